-- Frozen Food: products with their sizes. SPU n is of type (n - 1) % 6 + 1: the kinds grew side by side, so that the
-- newest goods are of every kind. Prices are in fen; stock comes from 60_stock.sql.

-- SPU 6: Pork and Cabbage Dumplings
INSERT INTO spu (id, created_at, updated_at) VALUES
(6, UTC_TIMESTAMP(6) - INTERVAL 84 DAY, UTC_TIMESTAMP(6) - INTERVAL 84 DAY);
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
  UTC_TIMESTAMP(6) - INTERVAL 84 DAY, UTC_TIMESTAMP(6) - INTERVAL 84 DAY),
(12, 6, 6, 5680, 1500, 'g', '/media/demo/dumplings.svg', 'on_sale',
  UTC_TIMESTAMP(6) - INTERVAL 84 DAY, UTC_TIMESTAMP(6) - INTERVAL 84 DAY);
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

-- SPU 12: Shepherd's Purse Wontons
INSERT INTO spu (id, created_at, updated_at) VALUES
(12, UTC_TIMESTAMP(6) - INTERVAL 77 DAY, UTC_TIMESTAMP(6) - INTERVAL 77 DAY);
INSERT INTO spu_text (spu_id, lang, name, detail) VALUES
(12, 'zh-CN', '荠菜鲜肉馄饨',
'野荠菜焯水挤干，和夹心肉拌馅，一股春天的清香。大馄饨个头，皮滑馅足。

- **产地**：江苏无锡
- **个数**：400g 约 20 个，附汤料两包
- **保存**：零下十八度 9 个月

**做法**：碗里先放汤料、紫菜和虾皮，冲半碗面汤；馄饨浮起后煮两分钟，捞进碗里。

**过敏提示**：含小麦、鸡蛋、大豆、芝麻、虾皮（汤料）。'),
(12, 'en', 'Shepherd''s Purse Wontons',
'Wild shepherd''s purse, blanched and pressed dry, with shoulder of pork: a green scent of spring. Large, silky and well filled.

- **Origin**: Wuxi, Jiangsu
- **Count**: about 20 per 400 g, with two sachets of soup base
- **Keeps**: 9 months at −18 °C

**To cook**: soup base, laver and dried shrimp in the bowl, half a bowl of cooking water over them; boil the wontons for two minutes after they float, and lift them in.

**Allergens**: wheat, egg, soy, sesame; crustaceans in the soup base.');
INSERT INTO sku (id, spu_id, type_id, price, net_amount, net_unit, image, status, created_at, updated_at) VALUES
(24, 12, 6, 2190, 400, 'g', '/media/demo/wontons.svg', 'on_sale',
  UTC_TIMESTAMP(6) - INTERVAL 77 DAY, UTC_TIMESTAMP(6) - INTERVAL 77 DAY),
(25, 12, 6, 3980, 800, 'g', '/media/demo/wontons.svg', 'on_sale',
  UTC_TIMESTAMP(6) - INTERVAL 77 DAY, UTC_TIMESTAMP(6) - INTERVAL 77 DAY);
INSERT INTO sku_text (sku_id, lang, name, summary, unit, search_key) VALUES
(24, 'zh-CN', '荠菜鲜肉馄饨', '荠菜清香，附两包汤料',
  '袋', 'jicaixianrouhuntun jcxrht'),
(24, 'en', 'Shepherd''s Purse Wontons', 'Green and fragrant, soup base included',
  'bag', 'shepherd''s purse wontons'),
(25, 'zh-CN', '荠菜鲜肉馄饨 家庭装', '四十个，早餐省事',
  '袋', 'jicaixianrouhuntunjiatingzhuang jcxrhtjtz'),
(25, 'en', 'Shepherd''s Purse Wontons, Family Pack', 'Forty, for easy breakfasts',
  'bag', 'shepherd''s purse wontons, family pack');
INSERT INTO sku_image (sku_id, position, url) VALUES
(24, 1, '/media/demo/wontons.svg'), (24, 2, '/media/demo/parcel-frozen.svg'),
(25, 1, '/media/demo/wontons.svg'), (25, 2, '/media/demo/parcel-frozen.svg');

-- SPU 18: Black Sesame Tangyuan
INSERT INTO spu (id, created_at, updated_at) VALUES
(18, UTC_TIMESTAMP(6) - INTERVAL 69 DAY, UTC_TIMESTAMP(6) - INTERVAL 69 DAY);
INSERT INTO spu_text (spu_id, lang, name, detail) VALUES
(18, 'zh-CN', '黑芝麻汤圆',
'水磨糯米皮，芝麻现炒现磨，咬破先流出来的是香，然后才是甜。

- **产地**：浙江宁波
- **个数**：400g 约 20 颗
- **保存**：零下十八度 12 个月

**做法**：水开后转小火下锅，浮起再煮两分钟。刚出锅馅心很烫，请吹一吹；老人和幼儿小口吃。

**过敏提示**：含芝麻，可能含微量花生。'),
(18, 'en', 'Black Sesame Tangyuan',
'Water-milled glutinous rice around sesame that is roasted and ground the same day. Bite through: first the scent, and then the sweetness.

- **Origin**: Ningbo, Zhejiang
- **Count**: about 20 per 400 g
- **Keeps**: 12 months at −18 °C

**To cook**: into water just off the boil, and two minutes more after they float. The centre is very hot: let it cool a little, and take small bites with the very young and the old.

**Allergens**: sesame; may contain traces of peanut.');
INSERT INTO sku (id, spu_id, type_id, price, net_amount, net_unit, image, status, created_at, updated_at) VALUES
(36, 18, 6, 1590, 400, 'g', '/media/demo/tangyuan.svg', 'on_sale',
  UTC_TIMESTAMP(6) - INTERVAL 69 DAY, UTC_TIMESTAMP(6) - INTERVAL 69 DAY),
(37, 18, 6, 3680, 1000, 'g', '/media/demo/tangyuan.svg', 'on_sale',
  UTC_TIMESTAMP(6) - INTERVAL 69 DAY, UTC_TIMESTAMP(6) - INTERVAL 69 DAY);
INSERT INTO sku_text (sku_id, lang, name, summary, unit, search_key) VALUES
(36, 'zh-CN', '黑芝麻汤圆', '水磨皮，现磨芝麻流心',
  '袋', 'heizhimatangyuan hzmty'),
(36, 'en', 'Black Sesame Tangyuan', 'Water-milled wrappers, flowing sesame heart',
  'bag', 'black sesame tangyuan'),
(37, 'zh-CN', '黑芝麻汤圆 家庭装', '五十颗，元宵一家人够吃',
  '袋', 'heizhimatangyuanjiatingzhuang hzmtyjtz'),
(37, 'en', 'Black Sesame Tangyuan, Family Pack', 'Fifty, enough for the Lantern Festival',
  'bag', 'black sesame tangyuan, family pack');
INSERT INTO sku_image (sku_id, position, url) VALUES
(36, 1, '/media/demo/tangyuan.svg'), (36, 2, '/media/demo/parcel-frozen.svg'),
(37, 1, '/media/demo/tangyuan.svg'), (37, 2, '/media/demo/parcel-frozen.svg');

-- SPU 24: Custard Buns
INSERT INTO spu (id, created_at, updated_at) VALUES
(24, UTC_TIMESTAMP(6) - INTERVAL 61 DAY, UTC_TIMESTAMP(6) - INTERVAL 61 DAY);
INSERT INTO spu_text (spu_id, lang, name, detail) VALUES
(24, 'zh-CN', '奶黄包',
'老面发酵，皮子暄软；馅用蛋黄、黄油和牛奶慢慢推成，蒸热后半流心。

- **产地**：广东佛山
- **个数**：每盒六只，每只 45g
- **保存**：零下十八度 9 个月

**做法**：不解冻，水开后上锅蒸十分钟，关火等一分钟再揭盖，皮不塌。

**过敏提示**：含小麦、蛋、奶。'),
(24, 'en', 'Custard Buns',
'Soft sourdough wrappers around a custard of egg yolk, butter and milk, stirred slowly and half flowing when hot.

- **Origin**: Foshan, Guangdong
- **Count**: six to a box, 45 g each
- **Keeps**: 9 months at −18 °C

**To cook**: from frozen, ten minutes in a hot steamer. Turn off the flame and wait a minute before you lift the lid, so that they do not fall.

**Allergens**: wheat, egg, milk.');
INSERT INTO sku (id, spu_id, type_id, price, net_amount, net_unit, image, status, created_at, updated_at) VALUES
(48, 24, 6, 1390, 6, 'piece', '/media/demo/custard-buns.svg', 'on_sale',
  UTC_TIMESTAMP(6) - INTERVAL 61 DAY, UTC_TIMESTAMP(6) - INTERVAL 61 DAY),
(49, 24, 6, 3680, 18, 'piece', '/media/demo/custard-buns.svg', 'on_sale',
  UTC_TIMESTAMP(6) - INTERVAL 61 DAY, UTC_TIMESTAMP(6) - INTERVAL 61 DAY);
INSERT INTO sku_text (sku_id, lang, name, summary, unit, search_key) VALUES
(48, 'zh-CN', '奶黄包', '蒸十分钟，半流心',
  '盒', 'naihuangbao nhb'),
(48, 'en', 'Custard Buns', 'Ten minutes of steam to a flowing heart',
  'box', 'custard buns'),
(49, 'zh-CN', '奶黄包 家庭装', '三盒量大袋装，早餐一周',
  '袋', 'naihuangbaojiatingzhuang nhbjtz'),
(49, 'en', 'Custard Buns, Family Pack', 'Three boxes'' worth: a week of breakfasts',
  'bag', 'custard buns, family pack');
INSERT INTO sku_image (sku_id, position, url) VALUES
(48, 1, '/media/demo/custard-buns.svg'), (48, 2, '/media/demo/parcel-frozen.svg'),
(49, 1, '/media/demo/custard-buns.svg'), (49, 2, '/media/demo/parcel-frozen.svg');

-- SPU 30: Crystal Prawn Dumplings
INSERT INTO spu (id, created_at, updated_at) VALUES
(30, UTC_TIMESTAMP(6) - INTERVAL 52 DAY, UTC_TIMESTAMP(6) - INTERVAL 52 DAY);
INSERT INTO spu_text (spu_id, lang, name, detail) VALUES
(30, 'zh-CN', '水晶虾饺',
'澄面皮薄得看见粉红的虾仁，每只两粒整虾，笋粒添脆，十二道褶捏得匀。

- **产地**：广东广州
- **个数**：240g 十二只，附蒸纸
- **保存**：零下十八度 9 个月

**做法**：冷冻直接上笼，大火蒸七分钟，时间到马上取出，皮才透亮。

**过敏提示**：含甲壳类水产、小麦、大豆。'),
(30, 'en', 'Crystal Prawn Dumplings',
'Wheat-starch wrappers thin enough to show the pink inside: two whole prawns each, bamboo for crunch, twelve even pleats.

- **Origin**: Guangzhou, Guangdong
- **Count**: twelve in 240 g, with steaming paper
- **Keeps**: 9 months at −18 °C

**To cook**: from frozen, seven minutes of hard steam, and out at once so that the wrapper stays clear.

**Allergens**: crustaceans, wheat, soy.');
INSERT INTO sku (id, spu_id, type_id, price, net_amount, net_unit, image, status, created_at, updated_at) VALUES
(61, 30, 6, 3280, 240, 'g', '/media/demo/har-gow.svg', 'on_sale',
  UTC_TIMESTAMP(6) - INTERVAL 52 DAY, UTC_TIMESTAMP(6) - INTERVAL 52 DAY),
(62, 30, 6, 9280, 720, 'g', '/media/demo/har-gow.svg', 'on_sale',
  UTC_TIMESTAMP(6) - INTERVAL 52 DAY, UTC_TIMESTAMP(6) - INTERVAL 52 DAY);
INSERT INTO sku_text (sku_id, lang, name, summary, unit, search_key) VALUES
(61, 'zh-CN', '水晶虾饺', '两粒整虾，十二道褶',
  '盒', 'shuijingxiajiao sjxj'),
(61, 'en', 'Crystal Prawn Dumplings', 'Two whole prawns and twelve pleats in each',
  'box', 'crystal prawn dumplings'),
(62, 'zh-CN', '水晶虾饺 三盒装', '三盒组合，在家吃早茶',
  '组', 'shuijingxiajiaosanhezhuang sjxjshz'),
(62, 'en', 'Crystal Prawn Dumplings, Three Boxes', 'Three boxes for dim sum at home',
  'set', 'crystal prawn dumplings, three boxes');
INSERT INTO sku_image (sku_id, position, url) VALUES
(61, 1, '/media/demo/har-gow.svg'), (61, 2, '/media/demo/parcel-frozen.svg'),
(62, 1, '/media/demo/har-gow.svg'), (62, 2, '/media/demo/parcel-frozen.svg');

-- SPU 36: Flaky Pancakes
INSERT INTO spu (id, created_at, updated_at) VALUES
(36, UTC_TIMESTAMP(6) - INTERVAL 41 DAY, UTC_TIMESTAMP(6) - INTERVAL 41 DAY);
INSERT INTO spu_text (spu_id, lang, name, detail) VALUES
(36, 'zh-CN', '手抓饼',
'一张饼擀开、刷油、卷起再压平，层次有几十层。煎三分钟，用筷子一挑就散成丝。

- **产地**：河南郑州
- **个数**：十片一袋，每片 90g
- **保存**：零下十八度 12 个月

**做法**：不解冻，平底锅不放油，每面一分半，趁热从边上往里推松。夹蛋、夹生菜、刷甜酱，随你。

**过敏提示**：含小麦、大豆。'),
(36, 'en', 'Flaky Pancakes',
'Rolled, oiled, coiled and flattened into dozens of layers. Three minutes in the pan and they come apart in ribbons.

- **Origin**: Zhengzhou, Henan
- **Count**: ten to a bag, 90 g each
- **Keeps**: 12 months at −18 °C

**To cook**: from frozen in a dry pan, a minute and a half a side; push the edges in while hot to loosen the layers. Egg, lettuce, sweet bean sauce: as you like.

**Allergens**: wheat, soy.');
INSERT INTO sku (id, spu_id, type_id, price, net_amount, net_unit, image, status, created_at, updated_at) VALUES
(73, 36, 6, 890, 5, 'piece', '/media/demo/pancakes.svg', 'retired',
  UTC_TIMESTAMP(6) - INTERVAL 41 DAY, UTC_TIMESTAMP(6) - INTERVAL 41 DAY),
(74, 36, 6, 1690, 10, 'piece', '/media/demo/pancakes.svg', 'on_sale',
  UTC_TIMESTAMP(6) - INTERVAL 41 DAY, UTC_TIMESTAMP(6) - INTERVAL 41 DAY),
(75, 36, 6, 2980, 20, 'piece', '/media/demo/pancakes.svg', 'on_sale',
  UTC_TIMESTAMP(6) - INTERVAL 41 DAY, UTC_TIMESTAMP(6) - INTERVAL 41 DAY);
INSERT INTO sku_text (sku_id, lang, name, summary, unit, search_key) VALUES
(73, 'zh-CN', '手抓饼 尝鲜装', '五片小袋，先尝一尝',
  '袋', 'shouzhuabingchangxianzhuang szbcxz'),
(73, 'en', 'Flaky Pancakes, Taster Pack', 'Five, to try',
  'bag', 'flaky pancakes, taster pack'),
(74, 'zh-CN', '手抓饼', '层层起酥，三分钟出锅',
  '袋', 'shouzhuabing szb'),
(74, 'en', 'Flaky Pancakes', 'Layer on layer, three minutes in the pan',
  'bag', 'flaky pancakes'),
(75, 'zh-CN', '手抓饼 家庭装', '二十片，早餐省下十分钟',
  '袋', 'shouzhuabingjiatingzhuang szbjtz'),
(75, 'en', 'Flaky Pancakes, Family Pack', 'Twenty, and ten minutes saved each morning',
  'bag', 'flaky pancakes, family pack');
INSERT INTO sku_image (sku_id, position, url) VALUES
(73, 1, '/media/demo/pancakes.svg'), (73, 2, '/media/demo/parcel-frozen.svg'),
(74, 1, '/media/demo/pancakes.svg'), (74, 2, '/media/demo/parcel-frozen.svg'),
(75, 1, '/media/demo/pancakes.svg'), (75, 2, '/media/demo/parcel-frozen.svg');

-- SPU 42: Mixed Vegetables
INSERT INTO spu (id, created_at, updated_at) VALUES
(42, UTC_TIMESTAMP(6) - INTERVAL 28 DAY, UTC_TIMESTAMP(6) - INTERVAL 28 DAY);
INSERT INTO spu_text (spu_id, lang, name, detail) VALUES
(42, 'zh-CN', '什锦蔬菜粒',
'甜玉米、青豆、胡萝卜三色，采后六小时内焯水速冻，颜色和甜味都在。

- **产地**：福建漳浦
- **配料**：甜玉米 40%，青豆 30%，胡萝卜 30%，无添加
- **保存**：零下十八度 18 个月

**做法**：不用解冻。蛋炒饭出锅前抓一把；或加黄油和盐，微波两分钟，就是一份配菜。'),
(42, 'en', 'Mixed Vegetables',
'Sweetcorn, peas and carrot, blanched and frozen within six hours of harvest, colour and sweetness kept.

- **Origin**: Zhangpu, Fujian
- **Made of**: sweetcorn 40%, peas 30%, carrot 30%, nothing else
- **Keeps**: 18 months at −18 °C

**To cook**: no thawing. A handful in fried rice near the end; or butter, salt and two minutes in the microwave for a side dish.');
INSERT INTO sku (id, spu_id, type_id, price, net_amount, net_unit, image, status, created_at, updated_at) VALUES
(86, 42, 6, 890, 400, 'g', '/media/demo/mixed-veg.svg', 'on_sale',
  UTC_TIMESTAMP(6) - INTERVAL 28 DAY, UTC_TIMESTAMP(6) - INTERVAL 28 DAY),
(87, 42, 6, 1980, 1000, 'g', '/media/demo/mixed-veg.svg', 'on_sale',
  UTC_TIMESTAMP(6) - INTERVAL 28 DAY, UTC_TIMESTAMP(6) - INTERVAL 28 DAY);
INSERT INTO sku_text (sku_id, lang, name, summary, unit, search_key) VALUES
(86, 'zh-CN', '什锦蔬菜粒', '玉米青豆胡萝卜，三色常备',
  '袋', 'shijinshucaili sjscl'),
(86, 'en', 'Mixed Vegetables', 'Corn, peas and carrot, ready when you are',
  'bag', 'mixed vegetables'),
(87, 'zh-CN', '什锦蔬菜粒 家庭装', '两斤大袋，带封口条',
  '袋', 'shijinshucailijiatingzhuang sjscljtz'),
(87, 'en', 'Mixed Vegetables, Family Pack', 'A kilo in a bag that closes again',
  'bag', 'mixed vegetables, family pack');
INSERT INTO sku_image (sku_id, position, url) VALUES
(86, 1, '/media/demo/mixed-veg.svg'), (86, 2, '/media/demo/parcel-frozen.svg'),
(87, 1, '/media/demo/mixed-veg.svg'), (87, 2, '/media/demo/parcel-frozen.svg');

-- SPU 48: Spring Rolls
INSERT INTO spu (id, created_at, updated_at) VALUES
(48, UTC_TIMESTAMP(6) - INTERVAL 3 DAY, UTC_TIMESTAMP(6) - INTERVAL 3 DAY);
INSERT INTO spu_text (spu_id, lang, name, detail) VALUES
(48, 'zh-CN', '三鲜春卷',
'韭黄、香菇、肉丝三样炒熟勾薄芡再包，冷却后卷紧，炸的时候不漏馅。

- **产地**：上海
- **个数**：二十条一盒，每条 25g
- **保存**：零下十八度 9 个月

**做法**：不解冻，六成油温炸四分钟到金黄；空气炸锅刷薄油，190 度十分钟，中间翻一次。蘸醋解腻。

**过敏提示**：含小麦、大豆。'),
(48, 'en', 'Spring Rolls',
'Yellow chives, shiitake and shredded pork, stir-fried and lightly thickened, then cooled and rolled tight so that nothing leaks in the oil.

- **Origin**: Shanghai
- **Count**: twenty to a box, 25 g each
- **Keeps**: 9 months at −18 °C

**To cook**: from frozen, four minutes in medium-hot oil until golden; or brushed with oil, ten minutes at 190 °C in an air fryer, turned once. Dip in vinegar.

**Allergens**: wheat, soy.');
INSERT INTO sku (id, spu_id, type_id, price, net_amount, net_unit, image, status, created_at, updated_at) VALUES
(97, 48, 6, 1290, 10, 'piece', '/media/demo/spring-rolls.svg', 'on_sale',
  UTC_TIMESTAMP(6) - INTERVAL 3 DAY, UTC_TIMESTAMP(6) - INTERVAL 3 DAY),
(98, 48, 6, 2280, 20, 'piece', '/media/demo/spring-rolls.svg', 'on_sale',
  UTC_TIMESTAMP(6) - INTERVAL 3 DAY, UTC_TIMESTAMP(6) - INTERVAL 3 DAY);
INSERT INTO sku_text (sku_id, lang, name, summary, unit, search_key) VALUES
(97, 'zh-CN', '三鲜春卷 尝鲜装', '十条小袋，炸一盘刚好',
  '袋', 'sanxianchunjuanchangxianzhuang sxcjcxz'),
(97, 'en', 'Spring Rolls, Taster Pack', 'Ten: just one plateful',
  'bag', 'spring rolls, taster pack'),
(98, 'zh-CN', '三鲜春卷', '皮酥馅鲜，二十条一盒',
  '盒', 'sanxianchunjuan sxcj'),
(98, 'en', 'Spring Rolls', 'Crisp outside, savoury inside, twenty to a box',
  'box', 'spring rolls');
INSERT INTO sku_image (sku_id, position, url) VALUES
(97, 1, '/media/demo/spring-rolls.svg'), (97, 2, '/media/demo/parcel-frozen.svg'),
(98, 1, '/media/demo/spring-rolls.svg'), (98, 2, '/media/demo/parcel-frozen.svg');
