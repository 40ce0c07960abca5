-- The six kinds of goods, in the order of the shop's menu.

INSERT INTO goods_type (id, logo, image, position, created_at, updated_at) VALUES
  (1, '/media/demo/type-seafood.svg', '/media/demo/banner-seafood.svg', 1, UTC_TIMESTAMP(6) - INTERVAL 95 DAY, UTC_TIMESTAMP(6) - INTERVAL 95 DAY),
  (2, '/media/demo/type-fruit.svg', '/media/demo/banner-fruit.svg', 2, UTC_TIMESTAMP(6) - INTERVAL 95 DAY, UTC_TIMESTAMP(6) - INTERVAL 95 DAY),
  (3, '/media/demo/type-meat.svg', '/media/demo/banner-meat.svg', 3, UTC_TIMESTAMP(6) - INTERVAL 95 DAY, UTC_TIMESTAMP(6) - INTERVAL 95 DAY),
  (4, '/media/demo/type-poultry.svg', '/media/demo/banner-poultry.svg', 4, UTC_TIMESTAMP(6) - INTERVAL 95 DAY, UTC_TIMESTAMP(6) - INTERVAL 95 DAY),
  (5, '/media/demo/type-vegetables.svg', '/media/demo/banner-vegetables.svg', 5, UTC_TIMESTAMP(6) - INTERVAL 95 DAY, UTC_TIMESTAMP(6) - INTERVAL 95 DAY),
  (6, '/media/demo/type-frozen.svg', '/media/demo/banner-frozen.svg', 6, UTC_TIMESTAMP(6) - INTERVAL 95 DAY, UTC_TIMESTAMP(6) - INTERVAL 95 DAY);

INSERT INTO goods_type_text (type_id, lang, name) VALUES
  (1, 'zh-CN', '海鲜水产'), (1, 'en', 'Seafood'),
  (2, 'zh-CN', '新鲜水果'), (2, 'en', 'Fruit'),
  (3, 'zh-CN', '猪牛羊肉'), (3, 'en', 'Pork, Beef and Lamb'),
  (4, 'zh-CN', '禽类蛋品'), (4, 'en', 'Poultry and Eggs'),
  (5, 'zh-CN', '新鲜蔬菜'), (5, 'en', 'Vegetables'),
  (6, 'zh-CN', '速冻食品'), (6, 'en', 'Frozen Food');
