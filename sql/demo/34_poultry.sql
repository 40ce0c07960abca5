-- 禽类蛋品: products with their sizes. SPU n is of type (n - 1) % 6 + 1: the kinds grew side by side, so that
-- the newest goods are of every kind. Prices are in fen; stock comes from 60_stock.sql.

-- SPU 4: Free-Range Eggs
INSERT INTO spu (id, created_at, updated_at) VALUES (4, UTC_TIMESTAMP(6) - INTERVAL 71 DAY, UTC_TIMESTAMP(6) - INTERVAL 71 DAY);
INSERT INTO spu_text (spu_id, lang, name, detail) VALUES
(4, 'zh-CN', '散养土鸡蛋',
'母鸡白天在林下跑，吃玉米、青菜和虫子。蛋个头不大，壳色深浅不一，蛋黄饱满，蛋白浓稠。

- **产地**：安徽大别山
- **大小**：每枚 42–48g
- **到货**：珍珠棉蛋托加硬纸箱，破一赔一
- **保存**：尖头朝下冷藏 45 天；不要水洗后存放

水煮八分钟，蛋黄刚好凝住又不发干。

**过敏提示**：本品为蛋类。'),
(4, 'en', 'Free-Range Eggs',
'The hens range under trees by day and eat maize, greens and whatever they scratch up. The eggs are small, no two shells quite the same colour, with a high yolk and a thick white.

- **Origin**: the Dabie mountains, Anhui
- **Size**: 42–48 g each
- **Arrives**: in a foam tray inside a stiff carton; every broken egg is made good
- **Keeps**: 45 days in the fridge, pointed end down; do not wash before storing

Eight minutes in boiling water sets the yolk and leaves it tender.

**Allergens**: eggs.');
INSERT INTO sku (id, spu_id, type_id, price, net_amount, net_unit, image, status, created_at, updated_at) VALUES
(7, 4, 4, 1680, 10, 'piece', '/media/demo/eggs.svg', 'on_sale',
  UTC_TIMESTAMP(6) - INTERVAL 71 DAY, UTC_TIMESTAMP(6) - INTERVAL 71 DAY),
(8, 4, 4, 4580, 30, 'piece', '/media/demo/eggs.svg', 'on_sale',
  UTC_TIMESTAMP(6) - INTERVAL 71 DAY, UTC_TIMESTAMP(6) - INTERVAL 71 DAY);
INSERT INTO sku_text (sku_id, lang, name, summary, unit, search_key) VALUES
(7, 'zh-CN', '散养土鸡蛋', '林下散养，个小黄大',
  '盒', 'sanyangtujidan sytjd'),
(7, 'en', 'Free-Range Eggs', 'From hens that range under trees: small eggs, big yolks',
  'box', 'free-range eggs'),
(8, 'zh-CN', '散养土鸡蛋 家庭装', '三十枚一板，一家人吃一周',
  '板', 'sanyangtujidanjiatingzhuang sytjdjtz'),
(8, 'en', 'Free-Range Eggs, Family Pack', 'A tray of thirty: a week of breakfasts for a family',
  'tray', 'free-range eggs, family pack');
INSERT INTO sku_image (sku_id, position, url) VALUES
(7, 1, '/media/demo/eggs.svg'), (7, 2, '/media/demo/crate.svg'),
(8, 1, '/media/demo/eggs.svg'), (8, 2, '/media/demo/parcel.svg');
