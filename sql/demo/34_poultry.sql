-- Poultry and Eggs: products with their sizes. SPU n is of type (n - 1) % 6 + 1: the kinds grew side by side, so that the
-- newest goods are of every kind. Prices are in fen; stock comes from 60_stock.sql.

-- SPU 4: Free-Range Eggs
INSERT INTO spu (id, created_at, updated_at) VALUES
(4, UTC_TIMESTAMP(6) - INTERVAL 87 DAY, UTC_TIMESTAMP(6) - INTERVAL 87 DAY);
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
  UTC_TIMESTAMP(6) - INTERVAL 87 DAY, UTC_TIMESTAMP(6) - INTERVAL 87 DAY),
(8, 4, 4, 4580, 30, 'piece', '/media/demo/eggs.svg', 'on_sale',
  UTC_TIMESTAMP(6) - INTERVAL 87 DAY, UTC_TIMESTAMP(6) - INTERVAL 87 DAY);
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

-- SPU 10: Three-Yellow Chicken
INSERT INTO spu (id, created_at, updated_at) VALUES
(10, UTC_TIMESTAMP(6) - INTERVAL 80 DAY, UTC_TIMESTAMP(6) - INTERVAL 80 DAY);
INSERT INTO spu_text (spu_id, lang, name, detail) VALUES
(10, 'zh-CN', '三黄鸡',
'黄羽、黄喙、黄脚，散养一百二十天，皮脆油黄，白切最见本味。

- **产地**：广西玉林
- **到货**：净膛去毛，0–4 度冷链
- **规格**：净重约 1.2 公斤
- **保存**：冷藏 2 天，冷冻 6 个月

**做法**：水微开下锅，三提三浸，关火焖三十五分钟，入冰水收皮，斩块配姜葱油。'),
(10, 'en', 'Three-Yellow Chicken',
'Yellow feathers, beak and feet; 120 days outdoors; firm skin and golden fat. Poached plain, it shows what chicken tastes of.

- **Origin**: Yulin, Guangxi
- **Arrives**: plucked and drawn, kept at 0–4 °C
- **Size**: about 1.2 kg dressed
- **Keeps**: 2 days in the fridge, 6 months frozen

**To cook**: dip three times in barely boiling water, then cover and leave for thirty-five minutes off the heat. Chill in ice water to tighten the skin; serve with ginger and spring onion oil.');
INSERT INTO sku (id, spu_id, type_id, price, net_amount, net_unit, image, status, created_at, updated_at) VALUES
(20, 10, 4, 4280, 1200, 'g', '/media/demo/chicken.svg', 'on_sale',
  UTC_TIMESTAMP(6) - INTERVAL 80 DAY, UTC_TIMESTAMP(6) - INTERVAL 80 DAY),
(21, 10, 4, 2280, 600, 'g', '/media/demo/chicken.svg', 'on_sale',
  UTC_TIMESTAMP(6) - INTERVAL 80 DAY, UTC_TIMESTAMP(6) - INTERVAL 80 DAY);
INSERT INTO sku_text (sku_id, lang, name, summary, unit, search_key) VALUES
(20, 'zh-CN', '三黄鸡', '散养一百二十天，皮脆肉香',
  '只', 'sanhuangji shj'),
(20, 'en', 'Three-Yellow Chicken', '120 days outdoors: firm skin, full flavour',
  'each', 'three-yellow chicken'),
(21, 'zh-CN', '三黄鸡 半只装', '两口之家一顿，不剩',
  '半只', 'sanhuangjibanzhizhuang shjbzz'),
(21, 'en', 'Three-Yellow Chicken, Half', 'One meal for two, nothing left over',
  'half', 'three-yellow chicken, half');
INSERT INTO sku_image (sku_id, position, url) VALUES
(20, 1, '/media/demo/chicken.svg'), (20, 2, '/media/demo/parcel-chilled.svg'),
(21, 1, '/media/demo/chicken.svg'), (21, 2, '/media/demo/parcel-chilled.svg');

-- SPU 16: Chicken Breast
INSERT INTO spu (id, created_at, updated_at) VALUES
(16, UTC_TIMESTAMP(6) - INTERVAL 72 DAY, UTC_TIMESTAMP(6) - INTERVAL 72 DAY);
INSERT INTO spu_text (spu_id, lang, name, detail) VALUES
(16, 'zh-CN', '鸡胸肉',
'去皮去脂的大胸，一片一袋，健身的人放心称。每 100g 约含蛋白质 24g、脂肪 1.9g。

- **产地**：山东潍坊
- **到货**：单片速冻，袋上标克重
- **保存**：零下十八度 12 个月

**做法**：横片成两片，少许盐糖水泡半小时再煎，每面两分半，不柴。'),
(16, 'en', 'Chicken Breast',
'Skinless, trimmed, one breast to a bag for those who count. About 24 g of protein and 1.9 g of fat per 100 g.

- **Origin**: Weifang, Shandong
- **Arrives**: frozen singly, with the weight on each bag
- **Keeps**: 12 months at −18 °C

**To cook**: slice in half across, soak for half an hour in water with a little salt and sugar, and fry for two and a half minutes a side. It will not be dry.');
INSERT INTO sku (id, spu_id, type_id, price, net_amount, net_unit, image, status, created_at, updated_at) VALUES
(32, 16, 4, 1580, 500, 'g', '/media/demo/chicken-breast.svg', 'on_sale',
  UTC_TIMESTAMP(6) - INTERVAL 72 DAY, UTC_TIMESTAMP(6) - INTERVAL 72 DAY),
(33, 16, 4, 5480, 2000, 'g', '/media/demo/chicken-breast.svg', 'on_sale',
  UTC_TIMESTAMP(6) - INTERVAL 72 DAY, UTC_TIMESTAMP(6) - INTERVAL 72 DAY);
INSERT INTO sku_text (sku_id, lang, name, summary, unit, search_key) VALUES
(32, 'zh-CN', '鸡胸肉', '一片一袋，去皮去脂',
  '500g', 'jixiongrou jxr'),
(32, 'en', 'Chicken Breast', 'One to a bag, skinless and trimmed',
  '500g', 'chicken breast'),
(33, 'zh-CN', '鸡胸肉 健身装', '八片四斤，吃一周',
  '箱', 'jixiongroujianshenzhuang jxrjsz'),
(33, 'en', 'Chicken Breast, Training Pack', 'Eight breasts: a week of training',
  'case', 'chicken breast, training pack');
INSERT INTO sku_image (sku_id, position, url) VALUES
(32, 1, '/media/demo/chicken-breast.svg'), (32, 2, '/media/demo/parcel-frozen.svg'),
(33, 1, '/media/demo/chicken-breast.svg'), (33, 2, '/media/demo/parcel-frozen.svg');

-- SPU 22: Chicken Wings
INSERT INTO spu (id, created_at, updated_at) VALUES
(22, UTC_TIMESTAMP(6) - INTERVAL 64 DAY, UTC_TIMESTAMP(6) - INTERVAL 64 DAY);
INSERT INTO spu_text (spu_id, lang, name, detail) VALUES
(22, 'zh-CN', '鸡翅中',
'只要中间那一节，皮厚肉滑，大小匀称，一斤十二三个。

- **产地**：山东日照
- **到货**：单冻，不黏连
- **保存**：零下十八度 12 个月；解冻后当天烹调

**做法**：两面各划一刀，煎到金黄，倒半罐可乐和两勺生抽，小火收到起泡挂汁。'),
(22, 'en', 'Chicken Wings',
'The middle joint only: good skin, silky meat, even in size, twelve or thirteen to 500 g.

- **Origin**: Rizhao, Shandong
- **Arrives**: frozen singly, not in a block
- **Keeps**: 12 months at −18 °C; cook on the day they thaw

**To cook**: a cut on each side, fried until golden; then half a can of cola and two spoons of soy, reduced until the bubbles cling.');
INSERT INTO sku (id, spu_id, type_id, price, net_amount, net_unit, image, status, created_at, updated_at) VALUES
(44, 22, 4, 2890, 500, 'g', '/media/demo/wings.svg', 'on_sale',
  UTC_TIMESTAMP(6) - INTERVAL 64 DAY, UTC_TIMESTAMP(6) - INTERVAL 64 DAY),
(45, 22, 4, 5480, 1000, 'g', '/media/demo/wings.svg', 'on_sale',
  UTC_TIMESTAMP(6) - INTERVAL 64 DAY, UTC_TIMESTAMP(6) - INTERVAL 64 DAY);
INSERT INTO sku_text (sku_id, lang, name, summary, unit, search_key) VALUES
(44, 'zh-CN', '鸡翅中', '只取中节，个头匀称',
  '500g', 'jichizhong jcz'),
(44, 'en', 'Chicken Wings', 'Middle joints only, even in size',
  '500g', 'chicken wings'),
(45, 'zh-CN', '鸡翅中 加量装', '两斤装，聚会一锅可乐鸡翅',
  '1kg', 'jichizhongjialiangzhuang jczjlz'),
(45, 'en', 'Chicken Wings, Large Pack', 'A kilo for one big pan of cola wings',
  '1kg', 'chicken wings, large pack');
INSERT INTO sku_image (sku_id, position, url) VALUES
(44, 1, '/media/demo/wings.svg'), (44, 2, '/media/demo/parcel-frozen.svg'),
(45, 1, '/media/demo/wings.svg'), (45, 2, '/media/demo/parcel-frozen.svg');

-- SPU 28: Salted Duck Eggs
INSERT INTO spu (id, created_at, updated_at) VALUES
(28, UTC_TIMESTAMP(6) - INTERVAL 55 DAY, UTC_TIMESTAMP(6) - INTERVAL 55 DAY);
INSERT INTO spu_text (spu_id, lang, name, detail) VALUES
(28, 'zh-CN', '高邮咸鸭蛋',
'麻鸭蛋裹红泥腌三十天，煮熟真空。筷子戳下去，红油先冒出来，蛋白不死咸。

- **产地**：江苏高邮
- **规格**：每枚 60–65g
- **保存**：常温 6 个月，开袋当天吃完

配白粥最本分；蛋黄压碎，还能炒南瓜、炒豆腐。

**过敏提示**：本品为蛋类。'),
(28, 'en', 'Salted Duck Eggs',
'Duck eggs cured for thirty days in red clay, boiled and vacuum-packed. Put a chopstick in and the red oil comes first; the white is not too salty.

- **Origin**: Gaoyou, Jiangsu
- **Size**: 60–65 g each
- **Keeps**: 6 months at room temperature; eat on the day you open it

Plain congee is its proper company. The yolk, crushed, also makes a sauce for pumpkin or tofu.

**Allergens**: eggs.');
INSERT INTO sku (id, spu_id, type_id, price, net_amount, net_unit, image, status, created_at, updated_at) VALUES
(57, 28, 4, 1690, 6, 'piece', '/media/demo/salted-eggs.svg', 'on_sale',
  UTC_TIMESTAMP(6) - INTERVAL 55 DAY, UTC_TIMESTAMP(6) - INTERVAL 55 DAY),
(58, 28, 4, 5280, 20, 'piece', '/media/demo/salted-eggs.svg', 'on_sale',
  UTC_TIMESTAMP(6) - INTERVAL 55 DAY, UTC_TIMESTAMP(6) - INTERVAL 55 DAY);
INSERT INTO sku_text (sku_id, lang, name, summary, unit, search_key) VALUES
(57, 'zh-CN', '高邮咸鸭蛋', '红泥腌足三十天，蛋黄流油',
  '盒', 'gaoyouxianyadan gyxyd'),
(57, 'en', 'Salted Duck Eggs', 'Thirty days in red clay, with yolks that run with oil',
  'box', 'salted duck eggs'),
(58, 'zh-CN', '高邮咸鸭蛋 礼盒装', '二十枚竹纹礼盒，端午常备',
  '盒', 'gaoyouxianyadanlihezhuang gyxydlhz'),
(58, 'en', 'Salted Duck Eggs, Gift Box', 'Twenty in a gift box for the Dragon Boat days',
  'box', 'salted duck eggs, gift box');
INSERT INTO sku_image (sku_id, position, url) VALUES
(57, 1, '/media/demo/salted-eggs.svg'),
(58, 1, '/media/demo/salted-eggs.svg'), (58, 2, '/media/demo/gift-box.svg');

-- SPU 34: Duck Legs
INSERT INTO spu (id, created_at, updated_at) VALUES
(34, UTC_TIMESTAMP(6) - INTERVAL 45 DAY, UTC_TIMESTAMP(6) - INTERVAL 45 DAY);
INSERT INTO spu_text (spu_id, lang, name, detail) VALUES
(34, 'zh-CN', '樱桃谷鸭腿',
'整只后腿，皮下一层薄脂，焖、卤、烤都出味。

- **产地**：江苏宿迁
- **规格**：500g 两只
- **保存**：零下十八度 12 个月

**做法**：皮面朝下冷锅起煎，逼出鸭油，倒出留着炒青菜；腿里加姜、啤酒和老抽，焖五十分钟。'),
(34, 'en', 'Duck Legs',
'Whole legs under a thin layer of fat, for braising, simmering in master stock or roasting.

- **Origin**: Suqian, Jiangsu
- **Size**: two per 500 g
- **Keeps**: 12 months at −18 °C

**To cook**: start skin down in a cold pan and pour off the fat as it melts (keep it for greens). Then ginger, beer, dark soy, and fifty minutes under a lid.');
INSERT INTO sku (id, spu_id, type_id, price, net_amount, net_unit, image, status, created_at, updated_at) VALUES
(69, 34, 4, 1990, 500, 'g', '/media/demo/duck-legs.svg', 'on_sale',
  UTC_TIMESTAMP(6) - INTERVAL 45 DAY, UTC_TIMESTAMP(6) - INTERVAL 45 DAY),
(70, 34, 4, 5480, 1500, 'g', '/media/demo/duck-legs.svg', 'on_sale',
  UTC_TIMESTAMP(6) - INTERVAL 45 DAY, UTC_TIMESTAMP(6) - INTERVAL 45 DAY);
INSERT INTO sku_text (sku_id, lang, name, summary, unit, search_key) VALUES
(69, 'zh-CN', '樱桃谷鸭腿', '两只整腿，煎出鸭油再焖',
  '袋', 'yingtaoguyatui ytgyt'),
(69, 'en', 'Duck Legs', 'Two whole legs to brown and braise',
  'bag', 'duck legs'),
(70, 'zh-CN', '樱桃谷鸭腿 家庭装', '六只分两包，卤一锅',
  '袋', 'yingtaoguyatuijiatingzhuang ytgytjtz'),
(70, 'en', 'Duck Legs, Family Pack', 'Six legs in two packs: one pot of stock',
  'bag', 'duck legs, family pack');
INSERT INTO sku_image (sku_id, position, url) VALUES
(69, 1, '/media/demo/duck-legs.svg'), (69, 2, '/media/demo/parcel-frozen.svg'),
(70, 1, '/media/demo/duck-legs.svg'), (70, 2, '/media/demo/parcel-frozen.svg');

-- SPU 40: Quail Eggs
INSERT INTO spu (id, created_at, updated_at) VALUES
(40, UTC_TIMESTAMP(6) - INTERVAL 33 DAY, UTC_TIMESTAMP(6) - INTERVAL 33 DAY);
INSERT INTO spu_text (spu_id, lang, name, detail) VALUES
(40, 'zh-CN', '鹌鹑蛋',
'花壳小蛋，一口一个。每天下午收蛋，次日发货，壳上的斑纹没有两枚一样。

- **产地**：湖北荆州
- **规格**：每枚 10–12g
- **保存**：冷藏 30 天

**做法**：冷水下锅，水开后三分钟捞出，冰水里滚一滚，壳一撕就整片下来。卤着吃最香。

**过敏提示**：本品为蛋类。'),
(40, 'en', 'Quail Eggs',
'One bite each, in freckled shells of which no two are alike. Gathered every afternoon and sent the next day.

- **Origin**: Jingzhou, Hubei
- **Size**: 10–12 g each
- **Keeps**: 30 days in the fridge

**To cook**: start in cold water, three minutes from the boil, then roll them about in ice water and the shell comes off in a sheet. Best simmered in soy stock.

**Allergens**: eggs.');
INSERT INTO sku (id, spu_id, type_id, price, net_amount, net_unit, image, status, created_at, updated_at) VALUES
(82, 40, 4, 1180, 20, 'piece', '/media/demo/quail-eggs.svg', 'on_sale',
  UTC_TIMESTAMP(6) - INTERVAL 33 DAY, UTC_TIMESTAMP(6) - INTERVAL 33 DAY),
(83, 40, 4, 2980, 60, 'piece', '/media/demo/quail-eggs.svg', 'on_sale',
  UTC_TIMESTAMP(6) - INTERVAL 33 DAY, UTC_TIMESTAMP(6) - INTERVAL 33 DAY);
INSERT INTO sku_text (sku_id, lang, name, summary, unit, search_key) VALUES
(82, 'zh-CN', '鹌鹑蛋', '当天收蛋，花壳一口鲜',
  '盒', 'anchundan acd'),
(82, 'en', 'Quail Eggs', 'Gathered the day before; one bite each',
  'box', 'quail eggs'),
(83, 'zh-CN', '鹌鹑蛋 家庭装', '六十枚，卤一大锅',
  '板', 'anchundanjiatingzhuang acdjtz'),
(83, 'en', 'Quail Eggs, Family Pack', 'Sixty for a big pot of soy eggs',
  'tray', 'quail eggs, family pack');
INSERT INTO sku_image (sku_id, position, url) VALUES
(82, 1, '/media/demo/quail-eggs.svg'),
(83, 1, '/media/demo/quail-eggs.svg'), (83, 2, '/media/demo/parcel.svg');

-- SPU 46: Century Eggs
INSERT INTO spu (id, created_at, updated_at) VALUES
(46, UTC_TIMESTAMP(6) - INTERVAL 16 DAY, UTC_TIMESTAMP(6) - INTERVAL 16 DAY);
INSERT INTO spu_text (spu_id, lang, name, detail) VALUES
(46, 'zh-CN', '松花皮蛋',
'无铅工艺，蛋白茶褐透亮，上面开着松枝一样的花，蛋黄软心不流。

- **产地**：湖南益阳
- **到货**：熟制裹膜，剥壳即食
- **保存**：阴凉处 90 天

**做法**：切六瓣，嫩豆腐上码好，淋生抽、香醋、香油，撒一把香菜。

**过敏提示**：本品为蛋类。'),
(46, 'en', 'Century Eggs',
'Cured without lead. The white is clear amber, patterned like pine branches, and the yolk is soft without running.

- **Origin**: Yiyang, Hunan
- **Arrives**: ready to eat; just shell it
- **Keeps**: 90 days somewhere cool

**To serve**: cut in six over silken tofu, with soy, black vinegar, sesame oil and a handful of coriander.

**Allergens**: eggs.');
INSERT INTO sku (id, spu_id, type_id, price, net_amount, net_unit, image, status, created_at, updated_at) VALUES
(93, 46, 4, 1290, 6, 'piece', '/media/demo/century-eggs.svg', 'on_sale',
  UTC_TIMESTAMP(6) - INTERVAL 16 DAY, UTC_TIMESTAMP(6) - INTERVAL 16 DAY),
(94, 46, 4, 3880, 20, 'piece', '/media/demo/century-eggs.svg', 'on_sale',
  UTC_TIMESTAMP(6) - INTERVAL 16 DAY, UTC_TIMESTAMP(6) - INTERVAL 16 DAY);
INSERT INTO sku_text (sku_id, lang, name, summary, unit, search_key) VALUES
(93, 'zh-CN', '松花皮蛋', '无铅松花，软心不流',
  '盒', 'songhuapidan shpd'),
(93, 'en', 'Century Eggs', 'Lead-free, with a soft heart',
  'box', 'century eggs'),
(94, 'zh-CN', '松花皮蛋 二十枚装', '二十枚，凉拌煮粥都够用',
  '盒', 'songhuapidanershimeizhuang shpdesmz'),
(94, 'en', 'Century Eggs, Pack of Twenty', 'Twenty, for salads and for congee',
  'box', 'century eggs, pack of twenty');
INSERT INTO sku_image (sku_id, position, url) VALUES
(93, 1, '/media/demo/century-eggs.svg'),
(94, 1, '/media/demo/century-eggs.svg');
