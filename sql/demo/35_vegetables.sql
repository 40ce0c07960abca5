-- Vegetables: products with their sizes. SPU n is of type (n - 1) % 6 + 1: the kinds grew side by side, so that the
-- newest goods are of every kind. Prices are in fen; stock comes from 60_stock.sql.

-- SPU 5: Shanghai Bok Choy
INSERT INTO spu (id, created_at, updated_at) VALUES
(5, UTC_TIMESTAMP(6) - INTERVAL 85 DAY, UTC_TIMESTAMP(6) - INTERVAL 85 DAY);
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
  UTC_TIMESTAMP(6) - INTERVAL 85 DAY, UTC_TIMESTAMP(6) - INTERVAL 85 DAY),
(10, 5, 5, 790, 400, 'g', '/media/demo/bok-choy.svg', 'on_sale',
  UTC_TIMESTAMP(6) - INTERVAL 85 DAY, UTC_TIMESTAMP(6) - INTERVAL 85 DAY);
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

-- SPU 11: Ripe Tomatoes
INSERT INTO spu (id, created_at, updated_at) VALUES
(11, UTC_TIMESTAMP(6) - INTERVAL 78 DAY, UTC_TIMESTAMP(6) - INTERVAL 78 DAY);
INSERT INTO spu_text (spu_id, lang, name, detail) VALUES
(11, 'zh-CN', '沙瓤西红柿',
'树上自然红透，掰开起沙，汁水酸甜。形状不算齐整，味道是小时候的。

- **产地**：辽宁盘锦，盐碱地种植
- **到货**：单果软托，蒂部略绿属正常
- **保存**：室温 4 天，冷藏会减味

凉拌撒糖，或切碎慢炒出红油，再下两枚鸡蛋。'),
(11, 'en', 'Ripe Tomatoes',
'Left on the vine until red right through. They break open grainy and juicy, sweet and sharp. Not the neatest shape, but the taste is as it should be.

- **Origin**: the salt meadows of Panjin, Liaoning
- **Arrives**: cushioned one by one; a little green at the stem is normal
- **Keeps**: 4 days at room temperature; the fridge dulls them

Sliced with sugar, or cooked down slowly until the oil turns red, and then two eggs.');
INSERT INTO sku (id, spu_id, type_id, price, net_amount, net_unit, image, status, created_at, updated_at) VALUES
(22, 11, 5, 690, 500, 'g', '/media/demo/tomatoes.svg', 'on_sale',
  UTC_TIMESTAMP(6) - INTERVAL 78 DAY, UTC_TIMESTAMP(6) - INTERVAL 78 DAY),
(23, 11, 5, 2890, 2500, 'g', '/media/demo/tomatoes.svg', 'on_sale',
  UTC_TIMESTAMP(6) - INTERVAL 78 DAY, UTC_TIMESTAMP(6) - INTERVAL 78 DAY);
INSERT INTO sku_text (sku_id, lang, name, summary, unit, search_key) VALUES
(22, 'zh-CN', '沙瓤西红柿', '自然红透，掰开起沙',
  '500g', 'sharangxihongshi srxhs'),
(22, 'en', 'Ripe Tomatoes', 'Ripened on the vine and full of juice',
  '500g', 'ripe tomatoes'),
(23, 'zh-CN', '沙瓤西红柿 整箱装', '五斤整箱，熬一锅番茄酱',
  '箱', 'sharangxihongshizhengxiangzhuang srxhszxz'),
(23, 'en', 'Ripe Tomatoes, Full Case', 'Two and a half kilos: enough for a pot of sauce',
  'case', 'ripe tomatoes, full case');
INSERT INTO sku_image (sku_id, position, url) VALUES
(22, 1, '/media/demo/tomatoes.svg'), (22, 2, '/media/demo/crate.svg'),
(23, 1, '/media/demo/tomatoes.svg'), (23, 2, '/media/demo/crate.svg');

-- SPU 17: Mini Cucumbers
INSERT INTO spu (id, created_at, updated_at) VALUES
(17, UTC_TIMESTAMP(6) - INTERVAL 71 DAY, UTC_TIMESTAMP(6) - INTERVAL 71 DAY);
INSERT INTO spu_text (spu_id, lang, name, detail) VALUES
(17, 'zh-CN', '水果黄瓜',
'手指长短，没有刺，皮嫩得不用削。洗净直接啃，清甜带一点瓜香。

- **产地**：山东寿光
- **到货**：透气袋，冷链
- **保存**：冷藏 5 天，别和西红柿放一起

拍两下，加蒜末、香醋和一小撮糖，五分钟一盘凉菜。'),
(17, 'en', 'Mini Cucumbers',
'As long as a finger, smooth, with skin too tender to peel. Wash and bite.

- **Origin**: Shouguang, Shandong
- **Arrives**: in breathing bags, chilled
- **Keeps**: 5 days in the fridge, away from tomatoes

Smash them with the flat of a knife, add garlic, black vinegar and a pinch of sugar: a cold dish in five minutes.');
INSERT INTO sku (id, spu_id, type_id, price, net_amount, net_unit, image, status, created_at, updated_at) VALUES
(34, 17, 5, 890, 500, 'g', '/media/demo/cucumbers.svg', 'on_sale',
  UTC_TIMESTAMP(6) - INTERVAL 71 DAY, UTC_TIMESTAMP(6) - INTERVAL 71 DAY),
(35, 17, 5, 1590, 1000, 'g', '/media/demo/cucumbers.svg', 'on_sale',
  UTC_TIMESTAMP(6) - INTERVAL 71 DAY, UTC_TIMESTAMP(6) - INTERVAL 71 DAY);
INSERT INTO sku_text (sku_id, lang, name, summary, unit, search_key) VALUES
(34, 'zh-CN', '水果黄瓜', '无刺嫩皮，洗净就能啃',
  '袋', 'shuiguohuanggua sghg'),
(34, 'en', 'Mini Cucumbers', 'Smooth and tender: wash and bite',
  'bag', 'mini cucumbers'),
(35, 'zh-CN', '水果黄瓜 家庭装', '两斤装，当水果吃',
  '袋', 'shuiguohuangguajiatingzhuang sghgjtz'),
(35, 'en', 'Mini Cucumbers, Family Pack', 'A kilo, to snack on like fruit',
  'bag', 'mini cucumbers, family pack');
INSERT INTO sku_image (sku_id, position, url) VALUES
(34, 1, '/media/demo/cucumbers.svg'),
(35, 1, '/media/demo/cucumbers.svg');

-- SPU 23: Carrots
INSERT INTO spu (id, created_at, updated_at) VALUES
(23, UTC_TIMESTAMP(6) - INTERVAL 63 DAY, UTC_TIMESTAMP(6) - INTERVAL 63 DAY);
INSERT INTO spu_text (spu_id, lang, name, detail) VALUES
(23, 'zh-CN', '胡萝卜',
'沙土里长的，条直心小，甜味足，生吃也不涩。

- **产地**：内蒙古乌兰察布
- **到货**：水洗装袋，偶有小裂不影响食用
- **保存**：擦干，纸包冷藏 20 天

切滚刀块炖肉，或擦丝加一勺热油拌匀，颜色和甜味都出来了。'),
(23, 'en', 'Carrots',
'Grown in sandy soil: straight, small-cored, and sweet enough to eat raw.

- **Origin**: Ulanqab, Inner Mongolia
- **Arrives**: washed and bagged; a hairline crack does no harm
- **Keeps**: 20 days in the fridge, dry and wrapped in paper

Roll-cut for stews, or grate them and stir in a spoon of hot oil, which brings out colour and sweetness.');
INSERT INTO sku (id, spu_id, type_id, price, net_amount, net_unit, image, status, created_at, updated_at) VALUES
(46, 23, 5, 390, 500, 'g', '/media/demo/carrots.svg', 'on_sale',
  UTC_TIMESTAMP(6) - INTERVAL 63 DAY, UTC_TIMESTAMP(6) - INTERVAL 63 DAY),
(47, 23, 5, 1480, 2500, 'g', '/media/demo/carrots.svg', 'on_sale',
  UTC_TIMESTAMP(6) - INTERVAL 63 DAY, UTC_TIMESTAMP(6) - INTERVAL 63 DAY);
INSERT INTO sku_text (sku_id, lang, name, summary, unit, search_key) VALUES
(46, 'zh-CN', '胡萝卜', '沙土种植，心小味甜',
  '500g', 'huluobo hlb'),
(46, 'en', 'Carrots', 'Sweet, with a small core, from sandy soil',
  '500g', 'carrots'),
(47, 'zh-CN', '胡萝卜 家庭装', '五斤装，炖菜榨汁都够',
  '袋', 'huluobojiatingzhuang hlbjtz'),
(47, 'en', 'Carrots, Family Pack', 'Two and a half kilos for stews and juice',
  'bag', 'carrots, family pack');
INSERT INTO sku_image (sku_id, position, url) VALUES
(46, 1, '/media/demo/carrots.svg'),
(47, 1, '/media/demo/carrots.svg');

-- SPU 29: Broccoli
INSERT INTO spu (id, created_at, updated_at) VALUES
(29, UTC_TIMESTAMP(6) - INTERVAL 54 DAY, UTC_TIMESTAMP(6) - INTERVAL 54 DAY);
INSERT INTO spu_text (spu_id, lang, name, detail) VALUES
(29, 'zh-CN', '西兰花',
'花球紧、颜色深，清晨带露采下，碎冰埋着运到。

- **产地**：浙江临海
- **规格**：每颗 330–380g，按 350g 计
- **保存**：保鲜袋冷藏 4 天；花蕾变黄就不新鲜了

**做法**：掰小朵，盐水泡五分钟，滚水加几滴油焯四十秒，捞出淋蚝油。梗子削皮切片，一样好吃。'),
(29, 'en', 'Broccoli',
'Tight, dark heads, cut with the dew on and carried under crushed ice.

- **Origin**: Linhai, Zhejiang
- **Size**: 330–380 g a head, priced as 350 g
- **Keeps**: 4 days bagged in the fridge; yellow buds mean it is past its best

**To cook**: small florets, five minutes in salt water, forty seconds in boiling water with a few drops of oil, then oyster sauce. Peel and slice the stem: it is just as good.');
INSERT INTO sku (id, spu_id, type_id, price, net_amount, net_unit, image, status, created_at, updated_at) VALUES
(59, 29, 5, 690, 350, 'g', '/media/demo/broccoli.svg', 'on_sale',
  UTC_TIMESTAMP(6) - INTERVAL 54 DAY, UTC_TIMESTAMP(6) - INTERVAL 54 DAY),
(60, 29, 5, 1290, 700, 'g', '/media/demo/broccoli.svg', 'on_sale',
  UTC_TIMESTAMP(6) - INTERVAL 54 DAY, UTC_TIMESTAMP(6) - INTERVAL 54 DAY);
INSERT INTO sku_text (sku_id, lang, name, summary, unit, search_key) VALUES
(59, 'zh-CN', '西兰花', '花球紧实，碎冰直达',
  '颗', 'xilanhua xlh'),
(59, 'en', 'Broccoli', 'Tight heads, carried under crushed ice',
  'head', 'broccoli'),
(60, 'zh-CN', '西兰花 两颗装', '两颗一袋，焯水凉拌各一份',
  '袋', 'xilanhualiangkezhuang xlhlkz'),
(60, 'en', 'Broccoli, Twin Pack', 'Two heads: one to blanch, one to dress',
  'bag', 'broccoli, twin pack');
INSERT INTO sku_image (sku_id, position, url) VALUES
(59, 1, '/media/demo/broccoli.svg'),
(60, 1, '/media/demo/broccoli.svg');

-- SPU 35: Yellow Potatoes
INSERT INTO spu (id, created_at, updated_at) VALUES
(35, UTC_TIMESTAMP(6) - INTERVAL 43 DAY, UTC_TIMESTAMP(6) - INTERVAL 43 DAY);
INSERT INTO spu_text (spu_id, lang, name, detail) VALUES
(35, 'zh-CN', '黄心土豆',
'黄皮黄心，中等淀粉，炖着面、炒着脆，看你怎么切。

- **产地**：甘肃定西
- **到货**：带一层薄土，更耐放
- **保存**：避光通风 30 天；发芽、变绿的部分不要吃

切丝泡水去淀粉，大火快炒是酸辣土豆丝；整个蒸熟压泥，拌一勺黄油就很香。'),
(35, 'en', 'Yellow Potatoes',
'Yellow inside and out, with a middling starch: floury in a stew, crisp in a wok, as you cut it.

- **Origin**: Dingxi, Gansu
- **Arrives**: with a little soil on, which helps them keep
- **Keeps**: 30 days, dark and airy; do not eat green or sprouting parts

Shred, rinse and flash-fry with vinegar and chilli; or steam whole and mash with a spoon of butter.');
INSERT INTO sku (id, spu_id, type_id, price, net_amount, net_unit, image, status, created_at, updated_at) VALUES
(71, 35, 5, 590, 1000, 'g', '/media/demo/potatoes.svg', 'on_sale',
  UTC_TIMESTAMP(6) - INTERVAL 43 DAY, UTC_TIMESTAMP(6) - INTERVAL 43 DAY),
(72, 35, 5, 2380, 5000, 'g', '/media/demo/potatoes.svg', 'on_sale',
  UTC_TIMESTAMP(6) - INTERVAL 43 DAY, UTC_TIMESTAMP(6) - INTERVAL 43 DAY);
INSERT INTO sku_text (sku_id, lang, name, summary, unit, search_key) VALUES
(71, 'zh-CN', '黄心土豆', '炖着面，炒着脆',
  '1kg', 'huangxintudou hxtd'),
(71, 'en', 'Yellow Potatoes', 'Floury in stews, crisp in the wok',
  '1kg', 'yellow potatoes'),
(72, 'zh-CN', '黄心土豆 整箱装', '十斤带土，放得久',
  '箱', 'huangxintudouzhengxiangzhuang hxtdzxz'),
(72, 'en', 'Yellow Potatoes, Full Case', 'Five kilos, soil on, to keep',
  'case', 'yellow potatoes, full case');
INSERT INTO sku_image (sku_id, position, url) VALUES
(71, 1, '/media/demo/potatoes.svg'), (71, 2, '/media/demo/crate.svg'),
(72, 1, '/media/demo/potatoes.svg'), (72, 2, '/media/demo/crate.svg');

-- SPU 41: Fresh Shiitake
INSERT INTO spu (id, created_at, updated_at) VALUES
(41, UTC_TIMESTAMP(6) - INTERVAL 31 DAY, UTC_TIMESTAMP(6) - INTERVAL 31 DAY);
INSERT INTO spu_text (spu_id, lang, name, detail) VALUES
(41, 'zh-CN', '鲜香菇',
'菌盖厚、卷边紧，伞下还挂着膜，是刚采的样子。香气浓，口感弹。

- **产地**：河南西峡
- **到货**：透气盒，冷链
- **保存**：不洗，纸袋冷藏 6 天

煎着吃最鲜：十字刀口，少油，菌盖朝下，等出汁了撒几粒盐。'),
(41, 'en', 'Fresh Shiitake',
'Thick caps with rolled edges and the veil still on, as they are when just picked. Strong scent, springy bite.

- **Origin**: Xixia, Henan
- **Arrives**: in vented trays, chilled
- **Keeps**: 6 days in the fridge, unwashed, in a paper bag

Best fried: a cross cut in the cap, little oil, caps down, and a few grains of salt when the juice shows.');
INSERT INTO sku (id, spu_id, type_id, price, net_amount, net_unit, image, status, created_at, updated_at) VALUES
(84, 41, 5, 890, 250, 'g', '/media/demo/shiitake.svg', 'on_sale',
  UTC_TIMESTAMP(6) - INTERVAL 31 DAY, UTC_TIMESTAMP(6) - INTERVAL 31 DAY),
(85, 41, 5, 2980, 1000, 'g', '/media/demo/shiitake.svg', 'on_sale',
  UTC_TIMESTAMP(6) - INTERVAL 31 DAY, UTC_TIMESTAMP(6) - INTERVAL 31 DAY);
INSERT INTO sku_text (sku_id, lang, name, summary, unit, search_key) VALUES
(84, 'zh-CN', '鲜香菇', '厚盖卷边，鲜味足',
  '盒', 'xianxianggu xxg'),
(84, 'en', 'Fresh Shiitake', 'Thick caps, rolled edges, deep flavour',
  'tray', 'fresh shiitake'),
(85, 'zh-CN', '鲜香菇 家庭装', '两斤装，吃不完可晒干',
  '箱', 'xianxianggujiatingzhuang xxgjtz'),
(85, 'en', 'Fresh Shiitake, Family Pack', 'A kilo; dry what you do not eat',
  'case', 'fresh shiitake, family pack');
INSERT INTO sku_image (sku_id, position, url) VALUES
(84, 1, '/media/demo/shiitake.svg'),
(85, 1, '/media/demo/shiitake.svg'), (85, 2, '/media/demo/crate.svg');

-- SPU 47: Long Eggplant
INSERT INTO spu (id, created_at, updated_at) VALUES
(47, UTC_TIMESTAMP(6) - INTERVAL 12 DAY, UTC_TIMESTAMP(6) - INTERVAL 12 DAY);
INSERT INTO spu_text (spu_id, lang, name, detail) VALUES
(47, 'zh-CN', '紫长茄',
'皮紫发亮，籽少肉嫩，一指粗细，蒸炒都不用去皮。

- **产地**：江苏南通
- **到货**：单根纸包，防蹭伤
- **保存**：阴凉处 3 天，冷藏 5 天

**做法**：撕条蒸十分钟，沥水，拌蒜泥、生抽和香油；或裹薄粉煎软，做鱼香茄子。'),
(47, 'en', 'Long Eggplant',
'Glossy purple skin, few seeds, tender flesh; slim enough to cook unpeeled.

- **Origin**: Nantong, Jiangsu
- **Arrives**: wrapped in paper one by one
- **Keeps**: 3 days somewhere cool, 5 in the fridge

**To cook**: tear into strips, steam for ten minutes, drain, and dress with garlic, soy and sesame oil; or dust lightly, fry until soft and finish in a sweet, sour and hot sauce.');
INSERT INTO sku (id, spu_id, type_id, price, net_amount, net_unit, image, status, created_at, updated_at) VALUES
(95, 47, 5, 590, 500, 'g', '/media/demo/eggplant.svg', 'on_sale',
  UTC_TIMESTAMP(6) - INTERVAL 12 DAY, UTC_TIMESTAMP(6) - INTERVAL 12 DAY),
(96, 47, 5, 1080, 1000, 'g', '/media/demo/eggplant.svg', 'on_sale',
  UTC_TIMESTAMP(6) - INTERVAL 12 DAY, UTC_TIMESTAMP(6) - INTERVAL 12 DAY);
INSERT INTO sku_text (sku_id, lang, name, summary, unit, search_key) VALUES
(95, 'zh-CN', '紫长茄', '籽少肉嫩，蒸炒不去皮',
  '500g', 'zichangqie zcq'),
(95, 'en', 'Long Eggplant', 'Few seeds, tender, no need to peel',
  '500g', 'long eggplant'),
(96, 'zh-CN', '紫长茄 家庭装', '两斤装，红烧凉拌各一盘',
  '袋', 'zichangqiejiatingzhuang zcqjtz'),
(96, 'en', 'Long Eggplant, Family Pack', 'A kilo: one dish hot, one cold',
  'bag', 'long eggplant, family pack');
INSERT INTO sku_image (sku_id, position, url) VALUES
(95, 1, '/media/demo/eggplant.svg'),
(96, 1, '/media/demo/eggplant.svg');
