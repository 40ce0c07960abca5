-- The home page: four banners, three promotions, and for each kind some goods as words and four as pictures.

INSERT INTO banner (id, sku_id, image, position) VALUES
  (1, 15, '/media/demo/home-berries.svg', 1),
  (2, 2, '/media/demo/home-harbour.svg', 2),
  (3, 23, '/media/demo/home-garden.svg', 3),
  (4, 68, '/media/demo/home-hotpot.svg', 4);

INSERT INTO banner_text (banner_id, lang, title) VALUES
  (1, 'zh-CN', '当季草莓，一开盒就是香'), (1, 'en', 'Strawberries in season: open the box and breathe in'),
  (2, 'zh-CN', '今晚吃海鲜，明早送到家'), (2, 'en', 'Seafood from the morning boats'),
  (3, 'zh-CN', '从菜园到餐桌，只隔一夜'), (3, 'en', 'From the garden to your table overnight'),
  (4, 'zh-CN', '天冷了，围炉涮一锅'), (4, 'en', 'Cold outside: gather round the hotpot');

INSERT INTO promotion (id, image, url, position) VALUES
  (1, '/media/demo/promo-fruit.svg', '/list/2/1', 1),
  (2, '/media/demo/promo-breakfast.svg', '/list/6/1', 2),
  (3, '/media/demo/promo-vegetables.svg', '/list/5/1', 3);

INSERT INTO promotion_text (promotion_id, lang, name) VALUES
  (1, 'zh-CN', '水果节：整箱更划算'), (1, 'en', 'Fruit week: cheaper by the case'),
  (2, 'zh-CN', '十分钟早餐'), (2, 'en', 'Ten-minute breakfasts'),
  (3, 'zh-CN', '每天一把青菜'), (3, 'en', 'Greens for every day');

INSERT INTO home_pick (id, type_id, sku_id, display, position) VALUES
  (1, 1, 88, 'title', 1), (2, 1, 76, 'title', 2),
  (3, 1, 38, 'title', 3), (4, 1, 50, 'title', 4),
  (5, 1, 1, 'picture', 1), (6, 1, 13, 'picture', 2),
  (7, 1, 26, 'picture', 3), (8, 1, 63, 'picture', 4),
  (9, 2, 28, 'title', 1), (10, 2, 40, 'title', 2),
  (11, 2, 78, 'title', 3), (12, 2, 65, 'title', 4),
  (13, 2, 15, 'picture', 1), (14, 2, 3, 'picture', 2),
  (15, 2, 53, 'picture', 3), (16, 2, 90, 'picture', 4),
  (17, 3, 30, 'title', 1), (18, 3, 55, 'title', 2),
  (19, 3, 80, 'title', 3),
  (20, 3, 5, 'picture', 1), (21, 3, 18, 'picture', 2),
  (22, 3, 42, 'picture', 3), (23, 3, 67, 'picture', 4),
  (24, 4, 32, 'title', 1), (25, 4, 82, 'title', 2),
  (26, 4, 69, 'title', 3), (27, 4, 93, 'title', 4),
  (28, 4, 7, 'picture', 1), (29, 4, 20, 'picture', 2),
  (30, 4, 44, 'picture', 3), (31, 4, 57, 'picture', 4),
  (32, 5, 46, 'title', 1), (33, 5, 71, 'title', 2),
  (34, 5, 34, 'title', 3),
  (35, 5, 22, 'picture', 1), (36, 5, 9, 'picture', 2),
  (37, 5, 59, 'picture', 3), (38, 5, 84, 'picture', 4),
  (39, 6, 74, 'title', 1), (40, 6, 36, 'title', 2),
  (41, 6, 86, 'title', 3),
  (42, 6, 11, 'picture', 1), (43, 6, 61, 'picture', 2),
  (44, 6, 48, 'picture', 3), (45, 6, 98, 'picture', 4);
