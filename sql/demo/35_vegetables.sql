-- 新鲜蔬菜: products with their sizes. SPU n is of type (n - 1) % 6 + 1: the kinds grew side by side, so that
-- the newest goods are of every kind. Prices are in fen; stock comes from 60_stock.sql.

-- SPU 5: Shanghai Bok Choy
INSERT INTO spu (id, created_at, updated_at) VALUES (5, UTC_TIMESTAMP(6) - INTERVAL 69 DAY, UTC_TIMESTAMP(6) - INTERVAL 69 DAY);
INSERT INTO spu_text (spu_id, lang, name, detail) VALUES
(5, 'zh-CN', '上海青',
'凌晨采、上午到仓，叶子厚实，菜梗脆嫩没有筋。清炒、煮面、烫火锅都合适。

- **产地**：上海崇明
- **到货**：带根采收，冰水预冷后装袋；外叶有小虫眼属正常
- **保存**：厨房纸包好冷藏 4 天，吃前再洗

**做法**：大火热油，先下梗后下叶，翻炒不超过一分钟，临出锅放盐。'),
(5, 'en', 'Shanghai Bok Choy',
'Cut before dawn and in our store by morning, with thick leaves and crisp stems that have no strings. For stir-fries, noodle soups and hotpot.

- **Origin**: Chongming island, Shanghai
- **Arrives**: roots on, chilled in ice water and bagged; a small insect hole in an outer leaf is normal
- **Keeps**: 4 days in the fridge, wrapped in kitchen paper; wash just before use

**To cook**: hot oil, stems first, leaves after, under a minute in all. Salt goes in last.');
INSERT INTO sku (id, spu_id, type_id, price, net_amount, net_unit, image, status, created_at, updated_at) VALUES
(9, 5, 5, 480, 300, 'g', '/media/demo/bok-choy.svg', 'on_sale',
  UTC_TIMESTAMP(6) - INTERVAL 69 DAY, UTC_TIMESTAMP(6) - INTERVAL 69 DAY),
(10, 5, 5, 790, 400, 'g', '/media/demo/bok-choy.svg', 'on_sale',
  UTC_TIMESTAMP(6) - INTERVAL 69 DAY, UTC_TIMESTAMP(6) - INTERVAL 69 DAY);
INSERT INTO sku_text (sku_id, lang, name, summary, unit, search_key) VALUES
(9, 'zh-CN', '上海青', '凌晨现采，梗脆叶嫩',
  '袋', 'shanghaiqing shq'),
(9, 'en', 'Shanghai Bok Choy', 'Cut before dawn: crisp stems, tender leaves',
  'bag', 'shanghai bok choy'),
(10, 'zh-CN', '上海青 小棵菜心', '只留最嫩的菜心，一棵一口',
  '盒', 'shanghaiqingxiaokecaixin shqxkcx'),
(10, 'en', 'Shanghai Bok Choy, Baby Hearts', 'Only the tender hearts, one bite each',
  'box', 'shanghai bok choy, baby hearts');
INSERT INTO sku_image (sku_id, position, url) VALUES
(9, 1, '/media/demo/bok-choy.svg'),
(10, 1, '/media/demo/bok-choy.svg');
