-- 海鲜水产: products with their sizes. SPU n is of type (n - 1) % 6 + 1: the kinds grew side by side, so that
-- the newest goods are of every kind. Prices are in fen; stock comes from 60_stock.sql.

-- SPU 1: White Shrimp
INSERT INTO spu (id, created_at, updated_at) VALUES (1, UTC_TIMESTAMP(6) - INTERVAL 75 DAY, UTC_TIMESTAMP(6) - INTERVAL 75 DAY);
INSERT INTO spu_text (spu_id, lang, name, detail) VALUES
(1, 'zh-CN', '南美白虾',
'捕捞后一小时内在船边冰水里分级，再以零下十八度速冻锁住水分。壳薄肉紧，虾肠干净，白灼就能吃出甜味。

- **产地**：广东湛江
- **规格**：每 500g 约 20–25 只
- **到货**：泡沫箱加冰袋冷链送达，虾体应冻硬、互不粘连
- **保存**：零下十八度冷冻 12 个月；解冻后当天吃完，不要再次冷冻

**做法**：冷藏室里隔夜解冻，水开后加姜片和少许米酒，下锅两分钟，弯成圆圈就捞出。

**过敏提示**：本品为甲壳类水产。'),
(1, 'en', 'White Shrimp',
'Graded in ice water within an hour of the catch, then quick-frozen at −18 °C to keep the juices in. Thin shell, firm flesh and a clean vein: two minutes in boiling water is all they need.

- **Origin**: Zhanjiang, Guangdong
- **Size**: about 20–25 shrimp per 500 g
- **Arrives**: in an insulated box with ice packs; the shrimp should be hard and loose
- **Keeps**: 12 months at −18 °C; once thawed, eat the same day and do not refreeze

**To cook**: thaw overnight in the fridge, then poach with ginger and a splash of rice wine until they curl.

**Allergens**: crustaceans.');
INSERT INTO sku (id, spu_id, type_id, price, net_amount, net_unit, image, status, created_at, updated_at) VALUES
(1, 1, 1, 4590, 500, 'g', '/media/demo/shrimp.svg', 'on_sale',
  UTC_TIMESTAMP(6) - INTERVAL 75 DAY, UTC_TIMESTAMP(6) - INTERVAL 75 DAY),
(2, 1, 1, 12900, 1500, 'g', '/media/demo/shrimp.svg', 'on_sale',
  UTC_TIMESTAMP(6) - INTERVAL 75 DAY, UTC_TIMESTAMP(6) - INTERVAL 75 DAY);
INSERT INTO sku_text (sku_id, lang, name, summary, unit, search_key) VALUES
(1, 'zh-CN', '南美白虾', '壳薄肉甜，白灼两分钟上桌',
  '500g', 'nanmeibaixia nmbx'),
(1, 'en', 'White Shrimp', 'Thin-shelled and sweet: two minutes from pan to plate',
  '500g', 'white shrimp'),
(2, 'zh-CN', '南美白虾 家庭装', '三小袋独立分装，一次解冻一袋',
  '盒', 'nanmeibaixiajiatingzhuang nmbxjtz'),
(2, 'en', 'White Shrimp, Family Pack', 'Three separate 500 g bags, so you thaw only what you need',
  'box', 'white shrimp, family pack');
INSERT INTO sku_image (sku_id, position, url) VALUES
(1, 1, '/media/demo/shrimp.svg'), (1, 2, '/media/demo/parcel-chilled.svg'),
(2, 1, '/media/demo/shrimp.svg'), (2, 2, '/media/demo/parcel-chilled.svg');
