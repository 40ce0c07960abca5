-- 速冻食品: products with their sizes. SPU n is of type (n - 1) % 6 + 1: the kinds grew side by side, so that
-- the newest goods are of every kind. Prices are in fen; stock comes from 60_stock.sql.

-- SPU 6: Pork and Cabbage Dumplings
INSERT INTO spu (id, created_at, updated_at) VALUES (6, UTC_TIMESTAMP(6) - INTERVAL 68 DAY, UTC_TIMESTAMP(6) - INTERVAL 68 DAY);
INSERT INTO spu_text (spu_id, lang, name, detail) VALUES
(6, 'zh-CN', '猪肉白菜水饺',
'前腿肉肥瘦三七开，大白菜切粒脱水后才拌馅，所以煮开不散、咬开有汤。皮用高筋粉加蛋清和面，薄而有劲。

- **产地**：山东青岛
- **个数**：500g 约 25 个
- **到货**：冷冻送达，轻摇袋子应听到碰撞声
- **保存**：零下十八度 9 个月

**做法**：不用解冻，水开下锅，点两次凉水，浮起后再煮一分钟。

**过敏提示**：含小麦、鸡蛋、大豆、芝麻。'),
(6, 'en', 'Pork and Cabbage Dumplings',
'Shoulder of pork, three parts fat to seven lean, with napa cabbage that is chopped and pressed before it is mixed in: the dumplings hold together and still have broth inside. The thin wrapper is strong flour and egg white.

- **Origin**: Qingdao, Shandong
- **Count**: about 25 per 500 g
- **Arrives**: frozen; shake the bag and you should hear them rattle
- **Keeps**: 9 months at −18 °C

**To cook**: straight from the freezer into boiling water. Add a cup of cold water twice, and give them a minute after they float.

**Allergens**: wheat, egg, soy, sesame.');
INSERT INTO sku (id, spu_id, type_id, price, net_amount, net_unit, image, status, created_at, updated_at) VALUES
(11, 6, 6, 1990, 500, 'g', '/media/demo/dumplings.svg', 'on_sale',
  UTC_TIMESTAMP(6) - INTERVAL 68 DAY, UTC_TIMESTAMP(6) - INTERVAL 68 DAY),
(12, 6, 6, 5680, 1500, 'g', '/media/demo/dumplings.svg', 'on_sale',
  UTC_TIMESTAMP(6) - INTERVAL 68 DAY, UTC_TIMESTAMP(6) - INTERVAL 68 DAY);
INSERT INTO sku_text (sku_id, lang, name, summary, unit, search_key) VALUES
(11, 'zh-CN', '猪肉白菜水饺', '皮薄有劲，咬开有汤',
  '袋', 'zhuroubaicaishuijiao zrbcsj'),
(11, 'en', 'Pork and Cabbage Dumplings', 'Thin, springy wrappers with broth inside',
  'bag', 'pork and cabbage dumplings'),
(12, 'zh-CN', '猪肉白菜水饺 家庭装', '三斤大袋，冰箱常备',
  '袋', 'zhuroubaicaishuijiaojiatingzhuang zrbcsjjtz'),
(12, 'en', 'Pork and Cabbage Dumplings, Family Pack', 'A kilo and a half to keep in the freezer',
  'bag', 'pork and cabbage dumplings, family pack');
INSERT INTO sku_image (sku_id, position, url) VALUES
(11, 1, '/media/demo/dumplings.svg'), (11, 2, '/media/demo/parcel-frozen.svg'),
(12, 1, '/media/demo/dumplings.svg'), (12, 2, '/media/demo/parcel-frozen.svg');
