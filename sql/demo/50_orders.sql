-- Past orders of the reviewers, all cash on delivery and completed: the order, its lines as they were, its
-- history, the parcel, and the money that staff took at the door.

-- 陈大伟: 131.60 of goods, free delivery
INSERT INTO orders (id, user_id, status, payment_status, pay_method, goods_amount, shipping_amount, payable_amount,
  receiver, region, region_code, detail, zip_code, phone, note, version, created_at, updated_at)
VALUES (100000000000000101, 5, 'completed', 'paid', 'cod', 13160, 0, 13160,
  '陈大伟', '广东省广州市越秀区', '440104', '东风中路 318 号 2 梯 1603', '510030', '13900139005', '', 5,
  UTC_TIMESTAMP(6) - INTERVAL 1255 HOUR, UTC_TIMESTAMP(6) - INTERVAL 1208 HOUR);
INSERT INTO order_line (order_id, sku_id, line_no, price, quantity, amount, image,
  name_zh, name_en, unit_zh, unit_en, reviewed)
VALUES
  (100000000000000101, 1, 1, 4590, 2, 9180, '/media/demo/shrimp.svg',
    '南美白虾', 'White Shrimp', '500g', '500g', TRUE),
  (100000000000000101, 18, 2, 3980, 1, 3980, '/media/demo/pork-belly.svg',
    '黑猪五花肉', 'Black Pork Belly', '500g', '500g', TRUE);
INSERT INTO order_history (order_id, status, actor, actor_id, at) VALUES
  (100000000000000101, 'pending_shipment', 'shopper', 5, UTC_TIMESTAMP(6) - INTERVAL 1255 HOUR),
  (100000000000000101, 'shipped', 'staff', 2, UTC_TIMESTAMP(6) - INTERVAL 1250 HOUR),
  (100000000000000101, 'pending_review', 'shopper', 5, UTC_TIMESTAMP(6) - INTERVAL 1228 HOUR),
  (100000000000000101, 'completed', 'shopper', 5, UTC_TIMESTAMP(6) - INTERVAL 1208 HOUR);
INSERT INTO shipment (id, order_id, carrier, tracking_no, staff_id, at) VALUES
  (100000000000000301, 100000000000000101, '顺丰冷运', 'SF1490000000', 2, UTC_TIMESTAMP(6) - INTERVAL 1250 HOUR);
INSERT INTO payment (id, order_id, method, status, amount, version, created_at, updated_at) VALUES
  (100000000000000201, 100000000000000101, 'cod', 'paid', 13160, 2,
    UTC_TIMESTAMP(6) - INTERVAL 1255 HOUR, UTC_TIMESTAMP(6) - INTERVAL 1230 HOUR);
INSERT INTO capture (payment_id, order_id, amount, accepted, source, staff_id, at) VALUES
  (100000000000000201, 100000000000000101, 13160, TRUE, 'staff', 2, UTC_TIMESTAMP(6) - INTERVAL 1230 HOUR);

-- 周敏: 82.10 of goods, delivery 10.00
INSERT INTO orders (id, user_id, status, payment_status, pay_method, goods_amount, shipping_amount, payable_amount,
  receiver, region, region_code, detail, zip_code, phone, note, version, created_at, updated_at)
VALUES (100000000000000102, 4, 'completed', 'paid', 'cod', 8210, 1000, 9210,
  '周敏', '北京市朝阳区', '110105', '望京西园四区 412 号楼 905', '100102', '13900139004', '送货前请打电话', 5,
  UTC_TIMESTAMP(6) - INTERVAL 1184 HOUR, UTC_TIMESTAMP(6) - INTERVAL 1130 HOUR);
INSERT INTO order_line (order_id, sku_id, line_no, price, quantity, amount, image,
  name_zh, name_en, unit_zh, unit_en, reviewed)
VALUES
  (100000000000000102, 8, 1, 4580, 1, 4580, '/media/demo/eggs.svg',
    '散养土鸡蛋 家庭装', 'Free-Range Eggs, Family Pack', '板', 'tray', TRUE),
  (100000000000000102, 3, 2, 890, 3, 2670, '/media/demo/apples.svg',
    '红富士苹果', 'Red Fuji Apples', '500g', '500g', TRUE),
  (100000000000000102, 9, 3, 480, 2, 960, '/media/demo/bok-choy.svg',
    '上海青', 'Shanghai Bok Choy', '袋', 'bag', TRUE);
INSERT INTO order_history (order_id, status, actor, actor_id, at) VALUES
  (100000000000000102, 'pending_shipment', 'shopper', 4, UTC_TIMESTAMP(6) - INTERVAL 1184 HOUR),
  (100000000000000102, 'shipped', 'staff', 2, UTC_TIMESTAMP(6) - INTERVAL 1178 HOUR),
  (100000000000000102, 'pending_review', 'shopper', 4, UTC_TIMESTAMP(6) - INTERVAL 1155 HOUR),
  (100000000000000102, 'completed', 'shopper', 4, UTC_TIMESTAMP(6) - INTERVAL 1130 HOUR);
INSERT INTO shipment (id, order_id, carrier, tracking_no, staff_id, at) VALUES
  (100000000000000302, 100000000000000102, '京东冷链', 'JDL083006113', 2, UTC_TIMESTAMP(6) - INTERVAL 1178 HOUR);
INSERT INTO payment (id, order_id, method, status, amount, version, created_at, updated_at) VALUES
  (100000000000000202, 100000000000000102, 'cod', 'paid', 9210, 2,
    UTC_TIMESTAMP(6) - INTERVAL 1184 HOUR, UTC_TIMESTAMP(6) - INTERVAL 1157 HOUR);
INSERT INTO capture (payment_id, order_id, amount, accepted, source, staff_id, at) VALUES
  (100000000000000202, 100000000000000102, 9210, TRUE, 'staff', 2, UTC_TIMESTAMP(6) - INTERVAL 1157 HOUR);

-- Emma Wright: 201.80 of goods, free delivery
INSERT INTO orders (id, user_id, status, payment_status, pay_method, goods_amount, shipping_amount, payable_amount,
  receiver, region, region_code, detail, zip_code, phone, note, version, created_at, updated_at)
VALUES (100000000000000103, 6, 'completed', 'paid', 'cod', 20180, 0, 20180,
  'Emma Wright', '上海市徐汇区', '310104', '武康路 210 弄 6 号', '200031', '13900139006', '', 5,
  UTC_TIMESTAMP(6) - INTERVAL 1113 HOUR, UTC_TIMESTAMP(6) - INTERVAL 1061 HOUR);
INSERT INTO order_line (order_id, sku_id, line_no, price, quantity, amount, image,
  name_zh, name_en, unit_zh, unit_en, reviewed)
VALUES
  (100000000000000103, 6, 1, 18800, 1, 18800, '/media/demo/steak.svg',
    '原切西冷牛排 家庭装', 'Sirloin Steak, Family Pack', '盒', 'box', TRUE),
  (100000000000000103, 59, 2, 690, 2, 1380, '/media/demo/broccoli.svg',
    '西兰花', 'Broccoli', '颗', 'head', TRUE);
INSERT INTO order_history (order_id, status, actor, actor_id, at) VALUES
  (100000000000000103, 'pending_shipment', 'shopper', 6, UTC_TIMESTAMP(6) - INTERVAL 1113 HOUR),
  (100000000000000103, 'shipped', 'staff', 2, UTC_TIMESTAMP(6) - INTERVAL 1106 HOUR),
  (100000000000000103, 'pending_review', 'shopper', 6, UTC_TIMESTAMP(6) - INTERVAL 1082 HOUR),
  (100000000000000103, 'completed', 'shopper', 6, UTC_TIMESTAMP(6) - INTERVAL 1061 HOUR);
INSERT INTO shipment (id, order_id, carrier, tracking_no, staff_id, at) VALUES
  (100000000000000303, 100000000000000103, '顺丰冷运', 'SF1490015838', 2, UTC_TIMESTAMP(6) - INTERVAL 1106 HOUR);
INSERT INTO payment (id, order_id, method, status, amount, version, created_at, updated_at) VALUES
  (100000000000000203, 100000000000000103, 'cod', 'paid', 20180, 2,
    UTC_TIMESTAMP(6) - INTERVAL 1113 HOUR, UTC_TIMESTAMP(6) - INTERVAL 1084 HOUR);
INSERT INTO capture (payment_id, order_id, amount, accepted, source, staff_id, at) VALUES
  (100000000000000203, 100000000000000103, 20180, TRUE, 'staff', 2, UTC_TIMESTAMP(6) - INTERVAL 1084 HOUR);

-- 林小雨: 77.60 of goods, delivery 10.00
INSERT INTO orders (id, user_id, status, payment_status, pay_method, goods_amount, shipping_amount, payable_amount,
  receiver, region, region_code, detail, zip_code, phone, note, version, created_at, updated_at)
VALUES (100000000000000104, 3, 'completed', 'paid', 'cod', 7760, 1000, 8760,
  '林小雨', '浙江省杭州市西湖区', '330106', '文三路 90 号 5 幢 301 室', '310012', '13900139003', '', 5,
  UTC_TIMESTAMP(6) - INTERVAL 1042 HOUR, UTC_TIMESTAMP(6) - INTERVAL 983 HOUR);
INSERT INTO order_line (order_id, sku_id, line_no, price, quantity, amount, image,
  name_zh, name_en, unit_zh, unit_en, reviewed)
VALUES
  (100000000000000104, 15, 1, 3290, 2, 6580, '/media/demo/strawberries.svg',
    '丹东草莓', 'Dandong Strawberries', '盒', 'box', TRUE),
  (100000000000000104, 40, 2, 590, 2, 1180, '/media/demo/bananas.svg',
    '香蕉', 'Bananas', '500g', '500g', TRUE);
INSERT INTO order_history (order_id, status, actor, actor_id, at) VALUES
  (100000000000000104, 'pending_shipment', 'shopper', 3, UTC_TIMESTAMP(6) - INTERVAL 1042 HOUR),
  (100000000000000104, 'shipped', 'staff', 2, UTC_TIMESTAMP(6) - INTERVAL 1034 HOUR),
  (100000000000000104, 'pending_review', 'shopper', 3, UTC_TIMESTAMP(6) - INTERVAL 1009 HOUR),
  (100000000000000104, 'completed', 'shopper', 3, UTC_TIMESTAMP(6) - INTERVAL 983 HOUR);
INSERT INTO shipment (id, order_id, carrier, tracking_no, staff_id, at) VALUES
  (100000000000000304, 100000000000000104, '京东冷链', 'JDL083018339', 2, UTC_TIMESTAMP(6) - INTERVAL 1034 HOUR);
INSERT INTO payment (id, order_id, method, status, amount, version, created_at, updated_at) VALUES
  (100000000000000204, 100000000000000104, 'cod', 'paid', 8760, 2,
    UTC_TIMESTAMP(6) - INTERVAL 1042 HOUR, UTC_TIMESTAMP(6) - INTERVAL 1011 HOUR);
INSERT INTO capture (payment_id, order_id, amount, accepted, source, staff_id, at) VALUES
  (100000000000000204, 100000000000000104, 8760, TRUE, 'staff', 2, UTC_TIMESTAMP(6) - INTERVAL 1011 HOUR);

-- 孙福: 100.40 of goods, free delivery
INSERT INTO orders (id, user_id, status, payment_status, pay_method, goods_amount, shipping_amount, payable_amount,
  receiver, region, region_code, detail, zip_code, phone, note, version, created_at, updated_at)
VALUES (100000000000000105, 9, 'completed', 'paid', 'cod', 10040, 0, 10040,
  '孙福', '四川省成都市武侯区', '510107', '科华北路 65 号 1 单元 8 楼', '610041', '13900139009', '不要一次性餐具', 5,
  UTC_TIMESTAMP(6) - INTERVAL 971 HOUR, UTC_TIMESTAMP(6) - INTERVAL 918 HOUR);
INSERT INTO order_line (order_id, sku_id, line_no, price, quantity, amount, image,
  name_zh, name_en, unit_zh, unit_en, reviewed)
VALUES
  (100000000000000105, 30, 1, 3690, 2, 7380, '/media/demo/ribs.svg',
    '猪肋排', 'Pork Ribs', '500g', '500g', TRUE),
  (100000000000000105, 22, 2, 690, 3, 2070, '/media/demo/tomatoes.svg',
    '沙瓤西红柿', 'Ripe Tomatoes', '500g', '500g', TRUE),
  (100000000000000105, 71, 3, 590, 1, 590, '/media/demo/potatoes.svg',
    '黄心土豆', 'Yellow Potatoes', '1kg', '1kg', TRUE);
INSERT INTO order_history (order_id, status, actor, actor_id, at) VALUES
  (100000000000000105, 'pending_shipment', 'shopper', 9, UTC_TIMESTAMP(6) - INTERVAL 971 HOUR),
  (100000000000000105, 'shipped', 'staff', 2, UTC_TIMESTAMP(6) - INTERVAL 966 HOUR),
  (100000000000000105, 'pending_review', 'shopper', 9, UTC_TIMESTAMP(6) - INTERVAL 940 HOUR),
  (100000000000000105, 'completed', 'shopper', 9, UTC_TIMESTAMP(6) - INTERVAL 918 HOUR);
INSERT INTO shipment (id, order_id, carrier, tracking_no, staff_id, at) VALUES
  (100000000000000305, 100000000000000105, '顺丰冷运', 'SF1490031676', 2, UTC_TIMESTAMP(6) - INTERVAL 966 HOUR);
INSERT INTO payment (id, order_id, method, status, amount, version, created_at, updated_at) VALUES
  (100000000000000205, 100000000000000105, 'cod', 'paid', 10040, 2,
    UTC_TIMESTAMP(6) - INTERVAL 971 HOUR, UTC_TIMESTAMP(6) - INTERVAL 942 HOUR);
INSERT INTO capture (payment_id, order_id, amount, accepted, source, staff_id, at) VALUES
  (100000000000000205, 100000000000000105, 10040, TRUE, 'staff', 2, UTC_TIMESTAMP(6) - INTERVAL 942 HOUR);

-- Tomas K.: 136.60 of goods, free delivery
INSERT INTO orders (id, user_id, status, payment_status, pay_method, goods_amount, shipping_amount, payable_amount,
  receiver, region, region_code, detail, zip_code, phone, note, version, created_at, updated_at)
VALUES (100000000000000106, 8, 'completed', 'paid', 'cod', 13660, 0, 13660,
  'Tomas K.', '上海市长宁区', '310105', '虹桥路 1438 号 12 楼', '200336', '13900139008', '', 5,
  UTC_TIMESTAMP(6) - INTERVAL 871 HOUR, UTC_TIMESTAMP(6) - INTERVAL 811 HOUR);
INSERT INTO order_line (order_id, sku_id, line_no, price, quantity, amount, image,
  name_zh, name_en, unit_zh, unit_en, reviewed)
VALUES
  (100000000000000106, 12, 1, 5680, 1, 5680, '/media/demo/dumplings.svg',
    '猪肉白菜水饺 家庭装', 'Pork and Cabbage Dumplings, Family Pack', '袋', 'bag', TRUE),
  (100000000000000106, 13, 2, 3990, 2, 7980, '/media/demo/salmon.svg',
    '三文鱼中段', 'Salmon Fillet', '块', 'piece', TRUE);
INSERT INTO order_history (order_id, status, actor, actor_id, at) VALUES
  (100000000000000106, 'pending_shipment', 'shopper', 8, UTC_TIMESTAMP(6) - INTERVAL 871 HOUR),
  (100000000000000106, 'shipped', 'staff', 2, UTC_TIMESTAMP(6) - INTERVAL 865 HOUR),
  (100000000000000106, 'pending_review', 'shopper', 8, UTC_TIMESTAMP(6) - INTERVAL 838 HOUR),
  (100000000000000106, 'completed', 'shopper', 8, UTC_TIMESTAMP(6) - INTERVAL 811 HOUR);
INSERT INTO shipment (id, order_id, carrier, tracking_no, staff_id, at) VALUES
  (100000000000000306, 100000000000000106, '京东冷链', 'JDL083030565', 2, UTC_TIMESTAMP(6) - INTERVAL 865 HOUR);
INSERT INTO payment (id, order_id, method, status, amount, version, created_at, updated_at) VALUES
  (100000000000000206, 100000000000000106, 'cod', 'paid', 13660, 2,
    UTC_TIMESTAMP(6) - INTERVAL 871 HOUR, UTC_TIMESTAMP(6) - INTERVAL 840 HOUR);
INSERT INTO capture (payment_id, order_id, amount, accepted, source, staff_id, at) VALUES
  (100000000000000206, 100000000000000106, 13660, TRUE, 'staff', 2, UTC_TIMESTAMP(6) - INTERVAL 840 HOUR);

-- 赵晴: 92.50 of goods, delivery 10.00
INSERT INTO orders (id, user_id, status, payment_status, pay_method, goods_amount, shipping_amount, payable_amount,
  receiver, region, region_code, detail, zip_code, phone, note, version, created_at, updated_at)
VALUES (100000000000000107, 7, 'completed', 'paid', 'cod', 9250, 1000, 10250,
  '赵晴', '江苏省南京市鼓楼区', '320106', '汉口路 22 号 4 栋 702', '210008', '13900139007', '', 5,
  UTC_TIMESTAMP(6) - INTERVAL 800 HOUR, UTC_TIMESTAMP(6) - INTERVAL 742 HOUR);
INSERT INTO order_line (order_id, sku_id, line_no, price, quantity, amount, image,
  name_zh, name_en, unit_zh, unit_en, reviewed)
VALUES
  (100000000000000107, 44, 1, 2890, 2, 5780, '/media/demo/wings.svg',
    '鸡翅中', 'Chicken Wings', '500g', '500g', TRUE),
  (100000000000000107, 34, 2, 890, 1, 890, '/media/demo/cucumbers.svg',
    '水果黄瓜', 'Mini Cucumbers', '袋', 'bag', TRUE),
  (100000000000000107, 28, 3, 1290, 2, 2580, '/media/demo/oranges.svg',
    '赣南脐橙', 'Gannan Navel Oranges', '1kg', '1kg', TRUE);
INSERT INTO order_history (order_id, status, actor, actor_id, at) VALUES
  (100000000000000107, 'pending_shipment', 'shopper', 7, UTC_TIMESTAMP(6) - INTERVAL 800 HOUR),
  (100000000000000107, 'shipped', 'staff', 2, UTC_TIMESTAMP(6) - INTERVAL 793 HOUR),
  (100000000000000107, 'pending_review', 'shopper', 7, UTC_TIMESTAMP(6) - INTERVAL 765 HOUR),
  (100000000000000107, 'completed', 'shopper', 7, UTC_TIMESTAMP(6) - INTERVAL 742 HOUR);
INSERT INTO shipment (id, order_id, carrier, tracking_no, staff_id, at) VALUES
  (100000000000000307, 100000000000000107, '顺丰冷运', 'SF1490047514', 2, UTC_TIMESTAMP(6) - INTERVAL 793 HOUR);
INSERT INTO payment (id, order_id, method, status, amount, version, created_at, updated_at) VALUES
  (100000000000000207, 100000000000000107, 'cod', 'paid', 10250, 2,
    UTC_TIMESTAMP(6) - INTERVAL 800 HOUR, UTC_TIMESTAMP(6) - INTERVAL 767 HOUR);
INSERT INTO capture (payment_id, order_id, amount, accepted, source, staff_id, at) VALUES
  (100000000000000207, 100000000000000107, 10250, TRUE, 'staff', 2, UTC_TIMESTAMP(6) - INTERVAL 767 HOUR);

-- 周敏: 91.20 of goods, delivery 10.00
INSERT INTO orders (id, user_id, status, payment_status, pay_method, goods_amount, shipping_amount, payable_amount,
  receiver, region, region_code, detail, zip_code, phone, note, version, created_at, updated_at)
VALUES (100000000000000108, 4, 'completed', 'paid', 'cod', 9120, 1000, 10120,
  '周敏', '北京市朝阳区', '110105', '望京西园四区 412 号楼 905', '100102', '13900139004', '放门口保温箱', 5,
  UTC_TIMESTAMP(6) - INTERVAL 729 HOUR, UTC_TIMESTAMP(6) - INTERVAL 671 HOUR);
INSERT INTO order_line (order_id, sku_id, line_no, price, quantity, amount, image,
  name_zh, name_en, unit_zh, unit_en, reviewed)
VALUES
  (100000000000000108, 36, 1, 1590, 2, 3180, '/media/demo/tangyuan.svg',
    '黑芝麻汤圆', 'Black Sesame Tangyuan', '袋', 'bag', TRUE),
  (100000000000000108, 48, 2, 1390, 2, 2780, '/media/demo/custard-buns.svg',
    '奶黄包', 'Custard Buns', '盒', 'box', TRUE),
  (100000000000000108, 32, 3, 1580, 2, 3160, '/media/demo/chicken-breast.svg',
    '鸡胸肉', 'Chicken Breast', '500g', '500g', TRUE);
INSERT INTO order_history (order_id, status, actor, actor_id, at) VALUES
  (100000000000000108, 'pending_shipment', 'shopper', 4, UTC_TIMESTAMP(6) - INTERVAL 729 HOUR),
  (100000000000000108, 'shipped', 'staff', 2, UTC_TIMESTAMP(6) - INTERVAL 721 HOUR),
  (100000000000000108, 'pending_review', 'shopper', 4, UTC_TIMESTAMP(6) - INTERVAL 699 HOUR),
  (100000000000000108, 'completed', 'shopper', 4, UTC_TIMESTAMP(6) - INTERVAL 671 HOUR);
INSERT INTO shipment (id, order_id, carrier, tracking_no, staff_id, at) VALUES
  (100000000000000308, 100000000000000108, '京东冷链', 'JDL083042791', 2, UTC_TIMESTAMP(6) - INTERVAL 721 HOUR);
INSERT INTO payment (id, order_id, method, status, amount, version, created_at, updated_at) VALUES
  (100000000000000208, 100000000000000108, 'cod', 'paid', 10120, 2,
    UTC_TIMESTAMP(6) - INTERVAL 729 HOUR, UTC_TIMESTAMP(6) - INTERVAL 701 HOUR);
INSERT INTO capture (payment_id, order_id, amount, accepted, source, staff_id, at) VALUES
  (100000000000000208, 100000000000000108, 10120, TRUE, 'staff', 2, UTC_TIMESTAMP(6) - INTERVAL 701 HOUR);

-- 陈大伟: 263.60 of goods, free delivery
INSERT INTO orders (id, user_id, status, payment_status, pay_method, goods_amount, shipping_amount, payable_amount,
  receiver, region, region_code, detail, zip_code, phone, note, version, created_at, updated_at)
VALUES (100000000000000109, 5, 'completed', 'paid', 'cod', 26360, 0, 26360,
  '陈大伟', '广东省广州市越秀区', '440104', '东风中路 318 号 2 梯 1603', '510030', '13900139005', '', 5,
  UTC_TIMESTAMP(6) - INTERVAL 658 HOUR, UTC_TIMESTAMP(6) - INTERVAL 606 HOUR);
INSERT INTO order_line (order_id, sku_id, line_no, price, quantity, amount, image,
  name_zh, name_en, unit_zh, unit_en, reviewed)
VALUES
  (100000000000000109, 27, 1, 19800, 1, 19800, '/media/demo/crab.svg',
    '大闸蟹 礼盒装', 'Hairy Crab, Gift Box', '盒', 'box', TRUE),
  (100000000000000109, 50, 2, 3280, 2, 6560, '/media/demo/hairtail.svg',
    '东海带鱼段', 'East Sea Hairtail', '500g', '500g', TRUE);
INSERT INTO order_history (order_id, status, actor, actor_id, at) VALUES
  (100000000000000109, 'pending_shipment', 'shopper', 5, UTC_TIMESTAMP(6) - INTERVAL 658 HOUR),
  (100000000000000109, 'shipped', 'staff', 2, UTC_TIMESTAMP(6) - INTERVAL 653 HOUR),
  (100000000000000109, 'pending_review', 'shopper', 5, UTC_TIMESTAMP(6) - INTERVAL 630 HOUR),
  (100000000000000109, 'completed', 'shopper', 5, UTC_TIMESTAMP(6) - INTERVAL 606 HOUR);
INSERT INTO shipment (id, order_id, carrier, tracking_no, staff_id, at) VALUES
  (100000000000000309, 100000000000000109, '顺丰冷运', 'SF1490063352', 2, UTC_TIMESTAMP(6) - INTERVAL 653 HOUR);
INSERT INTO payment (id, order_id, method, status, amount, version, created_at, updated_at) VALUES
  (100000000000000209, 100000000000000109, 'cod', 'paid', 26360, 2,
    UTC_TIMESTAMP(6) - INTERVAL 658 HOUR, UTC_TIMESTAMP(6) - INTERVAL 632 HOUR);
INSERT INTO capture (payment_id, order_id, amount, accepted, source, staff_id, at) VALUES
  (100000000000000209, 100000000000000109, 26360, TRUE, 'staff', 2, UTC_TIMESTAMP(6) - INTERVAL 632 HOUR);

-- Emma Wright: 82.60 of goods, delivery 10.00
INSERT INTO orders (id, user_id, status, payment_status, pay_method, goods_amount, shipping_amount, payable_amount,
  receiver, region, region_code, detail, zip_code, phone, note, version, created_at, updated_at)
VALUES (100000000000000110, 6, 'completed', 'paid', 'cod', 8260, 1000, 9260,
  'Emma Wright', '上海市徐汇区', '310104', '武康路 210 弄 6 号', '200031', '13900139006', 'Please ring the bell twice', 5,
  UTC_TIMESTAMP(6) - INTERVAL 587 HOUR, UTC_TIMESTAMP(6) - INTERVAL 537 HOUR);
INSERT INTO order_line (order_id, sku_id, line_no, price, quantity, amount, image,
  name_zh, name_en, unit_zh, unit_en, reviewed)
VALUES
  (100000000000000110, 53, 1, 2590, 2, 5180, '/media/demo/grapes.svg',
    '阳光玫瑰葡萄', 'Shine Muscat Grapes', '500g', '500g', TRUE),
  (100000000000000110, 84, 2, 890, 1, 890, '/media/demo/shiitake.svg',
    '鲜香菇', 'Fresh Shiitake', '盒', 'tray', TRUE),
  (100000000000000110, 24, 3, 2190, 1, 2190, '/media/demo/wontons.svg',
    '荠菜鲜肉馄饨', 'Shepherd''s Purse Wontons', '袋', 'bag', TRUE);
INSERT INTO order_history (order_id, status, actor, actor_id, at) VALUES
  (100000000000000110, 'pending_shipment', 'shopper', 6, UTC_TIMESTAMP(6) - INTERVAL 587 HOUR),
  (100000000000000110, 'shipped', 'staff', 2, UTC_TIMESTAMP(6) - INTERVAL 581 HOUR),
  (100000000000000110, 'pending_review', 'shopper', 6, UTC_TIMESTAMP(6) - INTERVAL 557 HOUR),
  (100000000000000110, 'completed', 'shopper', 6, UTC_TIMESTAMP(6) - INTERVAL 537 HOUR);
INSERT INTO shipment (id, order_id, carrier, tracking_no, staff_id, at) VALUES
  (100000000000000310, 100000000000000110, '京东冷链', 'JDL083055017', 2, UTC_TIMESTAMP(6) - INTERVAL 581 HOUR);
INSERT INTO payment (id, order_id, method, status, amount, version, created_at, updated_at) VALUES
  (100000000000000210, 100000000000000110, 'cod', 'paid', 9260, 2,
    UTC_TIMESTAMP(6) - INTERVAL 587 HOUR, UTC_TIMESTAMP(6) - INTERVAL 559 HOUR);
INSERT INTO capture (payment_id, order_id, amount, accepted, source, staff_id, at) VALUES
  (100000000000000210, 100000000000000110, 9260, TRUE, 'staff', 2, UTC_TIMESTAMP(6) - INTERVAL 559 HOUR);

-- 孙福: 147.50 of goods, free delivery
INSERT INTO orders (id, user_id, status, payment_status, pay_method, goods_amount, shipping_amount, payable_amount,
  receiver, region, region_code, detail, zip_code, phone, note, version, created_at, updated_at)
VALUES (100000000000000111, 9, 'completed', 'paid', 'cod', 14750, 0, 14750,
  '孙福', '四川省成都市武侯区', '510107', '科华北路 65 号 1 单元 8 楼', '610041', '13900139009', '', 5,
  UTC_TIMESTAMP(6) - INTERVAL 511 HOUR, UTC_TIMESTAMP(6) - INTERVAL 454 HOUR);
INSERT INTO order_line (order_id, sku_id, line_no, price, quantity, amount, image,
  name_zh, name_en, unit_zh, unit_en, reviewed)
VALUES
  (100000000000000111, 68, 1, 6990, 1, 6990, '/media/demo/beef-rolls.svg',
    '肥牛卷 家庭装', 'Hotpot Beef Rolls, Family Pack', '盒', 'box', TRUE),
  (100000000000000111, 46, 2, 390, 2, 780, '/media/demo/carrots.svg',
    '胡萝卜', 'Carrots', '500g', '500g', TRUE),
  (100000000000000111, 42, 3, 6980, 1, 6980, '/media/demo/lamb-chops.svg',
    '羔羊排', 'Lamb Chops', '盒', 'box', TRUE);
INSERT INTO order_history (order_id, status, actor, actor_id, at) VALUES
  (100000000000000111, 'pending_shipment', 'shopper', 9, UTC_TIMESTAMP(6) - INTERVAL 511 HOUR),
  (100000000000000111, 'shipped', 'staff', 2, UTC_TIMESTAMP(6) - INTERVAL 504 HOUR),
  (100000000000000111, 'pending_review', 'shopper', 9, UTC_TIMESTAMP(6) - INTERVAL 479 HOUR),
  (100000000000000111, 'completed', 'shopper', 9, UTC_TIMESTAMP(6) - INTERVAL 454 HOUR);
INSERT INTO shipment (id, order_id, carrier, tracking_no, staff_id, at) VALUES
  (100000000000000311, 100000000000000111, '顺丰冷运', 'SF1490079190', 2, UTC_TIMESTAMP(6) - INTERVAL 504 HOUR);
INSERT INTO payment (id, order_id, method, status, amount, version, created_at, updated_at) VALUES
  (100000000000000211, 100000000000000111, 'cod', 'paid', 14750, 2,
    UTC_TIMESTAMP(6) - INTERVAL 511 HOUR, UTC_TIMESTAMP(6) - INTERVAL 481 HOUR);
INSERT INTO capture (payment_id, order_id, amount, accepted, source, staff_id, at) VALUES
  (100000000000000211, 100000000000000111, 14750, TRUE, 'staff', 2, UTC_TIMESTAMP(6) - INTERVAL 481 HOUR);

-- Tomas K.: 101.40 of goods, free delivery
INSERT INTO orders (id, user_id, status, payment_status, pay_method, goods_amount, shipping_amount, payable_amount,
  receiver, region, region_code, detail, zip_code, phone, note, version, created_at, updated_at)
VALUES (100000000000000112, 8, 'completed', 'paid', 'cod', 10140, 0, 10140,
  'Tomas K.', '上海市长宁区', '310105', '虹桥路 1438 号 12 楼', '200336', '13900139008', '', 5,
  UTC_TIMESTAMP(6) - INTERVAL 416 HOUR, UTC_TIMESTAMP(6) - INTERVAL 361 HOUR);
INSERT INTO order_line (order_id, sku_id, line_no, price, quantity, amount, image,
  name_zh, name_en, unit_zh, unit_en, reviewed)
VALUES
  (100000000000000112, 65, 1, 3580, 1, 3580, '/media/demo/watermelon.svg',
    '麒麟西瓜', 'Qilin Watermelon', '个', 'each', TRUE),
  (100000000000000112, 61, 2, 3280, 2, 6560, '/media/demo/har-gow.svg',
    '水晶虾饺', 'Crystal Prawn Dumplings', '盒', 'box', TRUE);
INSERT INTO order_history (order_id, status, actor, actor_id, at) VALUES
  (100000000000000112, 'pending_shipment', 'shopper', 8, UTC_TIMESTAMP(6) - INTERVAL 416 HOUR),
  (100000000000000112, 'shipped', 'staff', 2, UTC_TIMESTAMP(6) - INTERVAL 408 HOUR),
  (100000000000000112, 'pending_review', 'shopper', 8, UTC_TIMESTAMP(6) - INTERVAL 382 HOUR),
  (100000000000000112, 'completed', 'shopper', 8, UTC_TIMESTAMP(6) - INTERVAL 361 HOUR);
INSERT INTO shipment (id, order_id, carrier, tracking_no, staff_id, at) VALUES
  (100000000000000312, 100000000000000112, '京东冷链', 'JDL083067243', 2, UTC_TIMESTAMP(6) - INTERVAL 408 HOUR);
INSERT INTO payment (id, order_id, method, status, amount, version, created_at, updated_at) VALUES
  (100000000000000212, 100000000000000112, 'cod', 'paid', 10140, 2,
    UTC_TIMESTAMP(6) - INTERVAL 416 HOUR, UTC_TIMESTAMP(6) - INTERVAL 384 HOUR);
INSERT INTO capture (payment_id, order_id, amount, accepted, source, staff_id, at) VALUES
  (100000000000000212, 100000000000000112, 10140, TRUE, 'staff', 2, UTC_TIMESTAMP(6) - INTERVAL 384 HOUR);

-- 赵晴: 165.20 of goods, free delivery
INSERT INTO orders (id, user_id, status, payment_status, pay_method, goods_amount, shipping_amount, payable_amount,
  receiver, region, region_code, detail, zip_code, phone, note, version, created_at, updated_at)
VALUES (100000000000000113, 7, 'completed', 'paid', 'cod', 16520, 0, 16520,
  '赵晴', '江苏省南京市鼓楼区', '320106', '汉口路 22 号 4 栋 702', '210008', '13900139007', '', 5,
  UTC_TIMESTAMP(6) - INTERVAL 345 HOUR, UTC_TIMESTAMP(6) - INTERVAL 287 HOUR);
INSERT INTO order_line (order_id, sku_id, line_no, price, quantity, amount, image,
  name_zh, name_en, unit_zh, unit_en, reviewed)
VALUES
  (100000000000000113, 55, 1, 4280, 2, 8560, '/media/demo/brisket.svg',
    '牛腩块', 'Beef Brisket Cubes', '500g', '500g', TRUE),
  (100000000000000113, 58, 2, 5280, 1, 5280, '/media/demo/salted-eggs.svg',
    '高邮咸鸭蛋 礼盒装', 'Salted Duck Eggs, Gift Box', '盒', 'box', TRUE),
  (100000000000000113, 38, 3, 2680, 1, 2680, '/media/demo/scallops.svg',
    '半壳扇贝', 'Half-Shell Scallops', '盒', 'box', TRUE);
INSERT INTO order_history (order_id, status, actor, actor_id, at) VALUES
  (100000000000000113, 'pending_shipment', 'shopper', 7, UTC_TIMESTAMP(6) - INTERVAL 345 HOUR),
  (100000000000000113, 'shipped', 'staff', 2, UTC_TIMESTAMP(6) - INTERVAL 340 HOUR),
  (100000000000000113, 'pending_review', 'shopper', 7, UTC_TIMESTAMP(6) - INTERVAL 313 HOUR),
  (100000000000000113, 'completed', 'shopper', 7, UTC_TIMESTAMP(6) - INTERVAL 287 HOUR);
INSERT INTO shipment (id, order_id, carrier, tracking_no, staff_id, at) VALUES
  (100000000000000313, 100000000000000113, '顺丰冷运', 'SF1490095028', 2, UTC_TIMESTAMP(6) - INTERVAL 340 HOUR);
INSERT INTO payment (id, order_id, method, status, amount, version, created_at, updated_at) VALUES
  (100000000000000213, 100000000000000113, 'cod', 'paid', 16520, 2,
    UTC_TIMESTAMP(6) - INTERVAL 345 HOUR, UTC_TIMESTAMP(6) - INTERVAL 315 HOUR);
INSERT INTO capture (payment_id, order_id, amount, accepted, source, staff_id, at) VALUES
  (100000000000000213, 100000000000000113, 16520, TRUE, 'staff', 2, UTC_TIMESTAMP(6) - INTERVAL 315 HOUR);

-- 林小雨: 183.40 of goods, free delivery
INSERT INTO orders (id, user_id, status, payment_status, pay_method, goods_amount, shipping_amount, payable_amount,
  receiver, region, region_code, detail, zip_code, phone, note, version, created_at, updated_at)
VALUES (100000000000000114, 3, 'completed', 'paid', 'cod', 18340, 0, 18340,
  '林小雨', '浙江省杭州市西湖区', '330106', '文三路 90 号 5 幢 301 室', '310012', '13900139003', '工作日请晚上送', 5,
  UTC_TIMESTAMP(6) - INTERVAL 250 HOUR, UTC_TIMESTAMP(6) - INTERVAL 194 HOUR);
INSERT INTO order_line (order_id, sku_id, line_no, price, quantity, amount, image,
  name_zh, name_en, unit_zh, unit_en, reviewed)
VALUES
  (100000000000000114, 17, 1, 11800, 1, 11800, '/media/demo/strawberries.svg',
    '丹东草莓 礼盒装', 'Dandong Strawberries, Gift Box', '盒', 'box', TRUE),
  (100000000000000114, 74, 2, 1690, 2, 3380, '/media/demo/pancakes.svg',
    '手抓饼', 'Flaky Pancakes', '袋', 'bag', TRUE),
  (100000000000000114, 78, 3, 1580, 2, 3160, '/media/demo/kiwifruit.svg',
    '徐香猕猴桃', 'Xuxiang Kiwifruit', '盒', 'box', TRUE);
INSERT INTO order_history (order_id, status, actor, actor_id, at) VALUES
  (100000000000000114, 'pending_shipment', 'shopper', 3, UTC_TIMESTAMP(6) - INTERVAL 250 HOUR),
  (100000000000000114, 'shipped', 'staff', 2, UTC_TIMESTAMP(6) - INTERVAL 244 HOUR),
  (100000000000000114, 'pending_review', 'shopper', 3, UTC_TIMESTAMP(6) - INTERVAL 216 HOUR),
  (100000000000000114, 'completed', 'shopper', 3, UTC_TIMESTAMP(6) - INTERVAL 194 HOUR);
INSERT INTO shipment (id, order_id, carrier, tracking_no, staff_id, at) VALUES
  (100000000000000314, 100000000000000114, '京东冷链', 'JDL083079469', 2, UTC_TIMESTAMP(6) - INTERVAL 244 HOUR);
INSERT INTO payment (id, order_id, method, status, amount, version, created_at, updated_at) VALUES
  (100000000000000214, 100000000000000114, 'cod', 'paid', 18340, 2,
    UTC_TIMESTAMP(6) - INTERVAL 250 HOUR, UTC_TIMESTAMP(6) - INTERVAL 218 HOUR);
INSERT INTO capture (payment_id, order_id, amount, accepted, source, staff_id, at) VALUES
  (100000000000000214, 100000000000000114, 18340, TRUE, 'staff', 2, UTC_TIMESTAMP(6) - INTERVAL 218 HOUR);

-- Emma Wright: 74.60 of goods, delivery 10.00
INSERT INTO orders (id, user_id, status, payment_status, pay_method, goods_amount, shipping_amount, payable_amount,
  receiver, region, region_code, detail, zip_code, phone, note, version, created_at, updated_at)
VALUES (100000000000000115, 6, 'completed', 'paid', 'cod', 7460, 1000, 8460,
  'Emma Wright', '上海市徐汇区', '310104', '武康路 210 弄 6 号', '200031', '13900139006', '', 5,
  UTC_TIMESTAMP(6) - INTERVAL 179 HOUR, UTC_TIMESTAMP(6) - INTERVAL 123 HOUR);
INSERT INTO order_line (order_id, sku_id, line_no, price, quantity, amount, image,
  name_zh, name_en, unit_zh, unit_en, reviewed)
VALUES
  (100000000000000115, 63, 1, 2990, 1, 2990, '/media/demo/oysters.svg',
    '乳山生蚝', 'Rushan Oysters', '盒', 'box', TRUE),
  (100000000000000115, 90, 2, 1490, 3, 4470, '/media/demo/blueberries.svg',
    '蓝莓', 'Blueberries', '盒', 'punnet', TRUE);
INSERT INTO order_history (order_id, status, actor, actor_id, at) VALUES
  (100000000000000115, 'pending_shipment', 'shopper', 6, UTC_TIMESTAMP(6) - INTERVAL 179 HOUR),
  (100000000000000115, 'shipped', 'staff', 2, UTC_TIMESTAMP(6) - INTERVAL 172 HOUR),
  (100000000000000115, 'pending_review', 'shopper', 6, UTC_TIMESTAMP(6) - INTERVAL 150 HOUR),
  (100000000000000115, 'completed', 'shopper', 6, UTC_TIMESTAMP(6) - INTERVAL 123 HOUR);
INSERT INTO shipment (id, order_id, carrier, tracking_no, staff_id, at) VALUES
  (100000000000000315, 100000000000000115, '顺丰冷运', 'SF1490010866', 2, UTC_TIMESTAMP(6) - INTERVAL 172 HOUR);
INSERT INTO payment (id, order_id, method, status, amount, version, created_at, updated_at) VALUES
  (100000000000000215, 100000000000000115, 'cod', 'paid', 8460, 2,
    UTC_TIMESTAMP(6) - INTERVAL 179 HOUR, UTC_TIMESTAMP(6) - INTERVAL 152 HOUR);
INSERT INTO capture (payment_id, order_id, amount, accepted, source, staff_id, at) VALUES
  (100000000000000215, 100000000000000115, 8460, TRUE, 'staff', 2, UTC_TIMESTAMP(6) - INTERVAL 152 HOUR);

-- 孙福: 59.30 of goods, delivery 10.00
INSERT INTO orders (id, user_id, status, payment_status, pay_method, goods_amount, shipping_amount, payable_amount,
  receiver, region, region_code, detail, zip_code, phone, note, version, created_at, updated_at)
VALUES (100000000000000116, 9, 'completed', 'paid', 'cod', 5930, 1000, 6930,
  '孙福', '四川省成都市武侯区', '510107', '科华北路 65 号 1 单元 8 楼', '610041', '13900139009', '', 5,
  UTC_TIMESTAMP(6) - INTERVAL 127 HOUR, UTC_TIMESTAMP(6) - INTERVAL 73 HOUR);
INSERT INTO order_line (order_id, sku_id, line_no, price, quantity, amount, image,
  name_zh, name_en, unit_zh, unit_en, reviewed)
VALUES
  (100000000000000116, 76, 1, 2680, 1, 2680, '/media/demo/squid.svg',
    '整只鱿鱼', 'Whole Squid', '袋', 'bag', TRUE),
  (100000000000000116, 82, 2, 1180, 2, 2360, '/media/demo/quail-eggs.svg',
    '鹌鹑蛋', 'Quail Eggs', '盒', 'box', TRUE),
  (100000000000000116, 86, 3, 890, 1, 890, '/media/demo/mixed-veg.svg',
    '什锦蔬菜粒', 'Mixed Vegetables', '袋', 'bag', TRUE);
INSERT INTO order_history (order_id, status, actor, actor_id, at) VALUES
  (100000000000000116, 'pending_shipment', 'shopper', 9, UTC_TIMESTAMP(6) - INTERVAL 127 HOUR),
  (100000000000000116, 'shipped', 'staff', 2, UTC_TIMESTAMP(6) - INTERVAL 119 HOUR),
  (100000000000000116, 'pending_review', 'shopper', 9, UTC_TIMESTAMP(6) - INTERVAL 96 HOUR),
  (100000000000000116, 'completed', 'shopper', 9, UTC_TIMESTAMP(6) - INTERVAL 73 HOUR);
INSERT INTO shipment (id, order_id, carrier, tracking_no, staff_id, at) VALUES
  (100000000000000316, 100000000000000116, '京东冷链', 'JDL083091695', 2, UTC_TIMESTAMP(6) - INTERVAL 119 HOUR);
INSERT INTO payment (id, order_id, method, status, amount, version, created_at, updated_at) VALUES
  (100000000000000216, 100000000000000116, 'cod', 'paid', 6930, 2,
    UTC_TIMESTAMP(6) - INTERVAL 127 HOUR, UTC_TIMESTAMP(6) - INTERVAL 98 HOUR);
INSERT INTO capture (payment_id, order_id, amount, accepted, source, staff_id, at) VALUES
  (100000000000000216, 100000000000000116, 6930, TRUE, 'staff', 2, UTC_TIMESTAMP(6) - INTERVAL 98 HOUR);
