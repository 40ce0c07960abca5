-- Seafood: products with their sizes. SPU n is of type (n - 1) % 6 + 1: the kinds grew side by side, so that the
-- newest goods are of every kind. Prices are in fen; stock comes from 60_stock.sql.

-- SPU 1: White Shrimp
INSERT INTO spu (id, created_at, updated_at) VALUES
(1, UTC_TIMESTAMP(6) - INTERVAL 90 DAY, UTC_TIMESTAMP(6) - INTERVAL 90 DAY);
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
  UTC_TIMESTAMP(6) - INTERVAL 90 DAY, UTC_TIMESTAMP(6) - INTERVAL 90 DAY),
(2, 1, 1, 12900, 1500, 'g', '/media/demo/shrimp.svg', 'on_sale',
  UTC_TIMESTAMP(6) - INTERVAL 90 DAY, UTC_TIMESTAMP(6) - INTERVAL 90 DAY);
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

-- SPU 7: Salmon Fillet
INSERT INTO spu (id, created_at, updated_at) VALUES
(7, UTC_TIMESTAMP(6) - INTERVAL 83 DAY, UTC_TIMESTAMP(6) - INTERVAL 83 DAY);
INSERT INTO spu_text (spu_id, lang, name, detail) VALUES
(7, 'zh-CN', '三文鱼中段',
'只取中段，脂线分明、没有小刺，带皮切成厚块。冷水慢养的鱼，脂香细腻，煎出来外脆里润。

- **产地**：挪威，冰鲜空运后低温分切
- **到货**：真空小包，四度以下冷链
- **保存**：0–4 度冷藏 2 天，或零下十八度冷冻 3 个月

**做法**：皮面朝下中火煎四分钟，翻面一分钟关火，用余温焖熟，挤几滴柠檬。本品按加热食用分切，请煎熟或烤熟后吃。

**过敏提示**：本品为鱼类。'),
(7, 'en', 'Salmon Fillet',
'Centre cut only, skin on and pin-boned, with clear lines of fat. Slow growth in cold water gives a fine, buttery flesh that stays moist under a crisp crust.

- **Origin**: Norway; flown in on ice and portioned in a chilled room
- **Arrives**: in small vacuum packs, below 4 °C all the way
- **Keeps**: 2 days at 0–4 °C, or 3 months at −18 °C

**To cook**: four minutes skin side down over a medium flame, one on the other side, then let the heat of the pan finish it. A few drops of lemon. It is cut for cooking, so please do not serve it raw.

**Allergens**: fish.');
INSERT INTO sku (id, spu_id, type_id, price, net_amount, net_unit, image, status, created_at, updated_at) VALUES
(13, 7, 1, 3990, 200, 'g', '/media/demo/salmon.svg', 'on_sale',
  UTC_TIMESTAMP(6) - INTERVAL 83 DAY, UTC_TIMESTAMP(6) - INTERVAL 83 DAY),
(14, 7, 1, 10980, 600, 'g', '/media/demo/salmon.svg', 'on_sale',
  UTC_TIMESTAMP(6) - INTERVAL 83 DAY, UTC_TIMESTAMP(6) - INTERVAL 83 DAY);
INSERT INTO sku_text (sku_id, lang, name, summary, unit, search_key) VALUES
(13, 'zh-CN', '三文鱼中段', '中段厚切，去净小刺',
  '块', 'sanwenyuzhongduan swyzd'),
(13, 'en', 'Salmon Fillet', 'Thick centre cut with the pin bones out',
  'piece', 'salmon fillet'),
(14, 'zh-CN', '三文鱼中段 家庭装', '三块独立包装，够三个人吃',
  '盒', 'sanwenyuzhongduanjiatingzhuang swyzdjtz'),
(14, 'en', 'Salmon Fillet, Family Pack', 'Three portions, each in its own pack',
  'box', 'salmon fillet, family pack');
INSERT INTO sku_image (sku_id, position, url) VALUES
(13, 1, '/media/demo/salmon.svg'), (13, 2, '/media/demo/parcel-chilled.svg'),
(14, 1, '/media/demo/salmon.svg'), (14, 2, '/media/demo/parcel-chilled.svg');

-- SPU 13: Hairy Crab
INSERT INTO spu (id, created_at, updated_at) VALUES
(13, UTC_TIMESTAMP(6) - INTERVAL 76 DAY, UTC_TIMESTAMP(6) - INTERVAL 76 DAY);
INSERT INTO spu_text (spu_id, lang, name, detail) VALUES
(13, 'zh-CN', '大闸蟹',
'青背白肚、金爪黄毛，一只只过秤分级，绑好草绳再装箱。公蟹膏黏，母蟹黄满。

1. **产地**：江苏兴化，围网生态养殖
2. **到货**：活蟹加冰袋，到手轻碰眼睛会动；死蟹拍照即赔
3. **保存**：湿毛巾盖好放冷藏 3 天，每天看一看，不动的不要吃

**做法**：肚子朝上冷水上锅，水开后蒸十五分钟，姜醋蘸食。

**过敏提示**：本品为甲壳类水产，孕妇和胃寒的人少吃。'),
(13, 'en', 'Hairy Crab',
'Green back, white belly, golden claws. Each crab is weighed, graded and tied with straw before it is packed: males rich and sticky, females full of roe.

1. **Origin**: lake pens at Xinghua, Jiangsu
2. **Arrives**: alive on ice packs; touch an eye and it should move. Send a photo of a dead one and we pay it back
3. **Keeps**: 3 days in the fridge under a damp towel; look every day, and never eat one that has stopped moving

**To cook**: belly up over cold water, fifteen minutes from the boil, with ginger and black vinegar.

**Allergens**: crustaceans.');
INSERT INTO sku (id, spu_id, type_id, price, net_amount, net_unit, image, status, created_at, updated_at) VALUES
(26, 13, 1, 2980, 1, 'piece', '/media/demo/crab.svg', 'on_sale',
  UTC_TIMESTAMP(6) - INTERVAL 76 DAY, UTC_TIMESTAMP(6) - INTERVAL 76 DAY),
(27, 13, 1, 19800, 8, 'piece', '/media/demo/crab.svg', 'on_sale',
  UTC_TIMESTAMP(6) - INTERVAL 76 DAY, UTC_TIMESTAMP(6) - INTERVAL 76 DAY);
INSERT INTO sku_text (sku_id, lang, name, summary, unit, search_key) VALUES
(26, 'zh-CN', '大闸蟹', '公蟹一只，三两半上下',
  '只', 'dazhaxie dzx'),
(26, 'en', 'Hairy Crab', 'One male crab of about 175 g',
  'each', 'hairy crab'),
(27, 'zh-CN', '大闸蟹 礼盒装', '四公四母，草绳捆扎，附姜醋',
  '盒', 'dazhaxielihezhuang dzxlhz'),
(27, 'en', 'Hairy Crab, Gift Box', 'Four males and four females, tied, with ginger vinegar',
  'box', 'hairy crab, gift box');
INSERT INTO sku_image (sku_id, position, url) VALUES
(26, 1, '/media/demo/crab.svg'), (26, 2, '/media/demo/parcel-chilled.svg'),
(27, 1, '/media/demo/crab.svg'), (27, 2, '/media/demo/gift-box.svg'), (27, 3, '/media/demo/parcel-chilled.svg');

-- SPU 19: Half-Shell Scallops
INSERT INTO spu (id, created_at, updated_at) VALUES
(19, UTC_TIMESTAMP(6) - INTERVAL 68 DAY, UTC_TIMESTAMP(6) - INTERVAL 68 DAY);
INSERT INTO spu_text (spu_id, lang, name, detail) VALUES
(19, 'zh-CN', '半壳扇贝',
'开壳去内脏，只留贝柱和裙边，垫在自家半片壳上，铺好料直接上锅。

- **产地**：辽宁大连长海
- **规格**：每盒八只，壳径 8–9 厘米
- **保存**：零下十八度 12 个月

**做法**：泡软的粉丝垫底，浇蒜蓉油，大火蒸六分钟，撒葱花，再泼一勺热油。

**过敏提示**：本品为贝类。'),
(19, 'en', 'Half-Shell Scallops',
'Shucked and cleaned, with the white muscle and the frill left on their own half shell: add your topping and steam.

- **Origin**: Changhai, Dalian, Liaoning
- **Size**: eight to a box, shells 8–9 cm across
- **Keeps**: 12 months at −18 °C

**To cook**: a nest of soaked glass noodles, a spoon of garlic oil, six minutes of hard steam, then spring onion and a ladle of hot oil.

**Allergens**: molluscs.');
INSERT INTO sku (id, spu_id, type_id, price, net_amount, net_unit, image, status, created_at, updated_at) VALUES
(38, 19, 1, 2680, 8, 'piece', '/media/demo/scallops.svg', 'on_sale',
  UTC_TIMESTAMP(6) - INTERVAL 68 DAY, UTC_TIMESTAMP(6) - INTERVAL 68 DAY),
(39, 19, 1, 7280, 24, 'piece', '/media/demo/scallops.svg', 'on_sale',
  UTC_TIMESTAMP(6) - INTERVAL 68 DAY, UTC_TIMESTAMP(6) - INTERVAL 68 DAY);
INSERT INTO sku_text (sku_id, lang, name, summary, unit, search_key) VALUES
(38, 'zh-CN', '半壳扇贝', '洗净半壳，铺上蒜蓉就能蒸',
  '盒', 'bankeshanbei bksb'),
(38, 'en', 'Half-Shell Scallops', 'Cleaned and on the shell, ready for garlic and steam',
  'box', 'half-shell scallops'),
(39, 'zh-CN', '半壳扇贝 整箱装', '三盒一箱，聚餐够份',
  '箱', 'bankeshanbeizhengxiangzhuang bksbzxz'),
(39, 'en', 'Half-Shell Scallops, Full Case', 'Three boxes in a case, enough for a party',
  'case', 'half-shell scallops, full case');
INSERT INTO sku_image (sku_id, position, url) VALUES
(38, 1, '/media/demo/scallops.svg'), (38, 2, '/media/demo/parcel-frozen.svg'),
(39, 1, '/media/demo/scallops.svg'), (39, 2, '/media/demo/parcel-frozen.svg');

-- SPU 25: East Sea Hairtail
INSERT INTO spu (id, created_at, updated_at) VALUES
(25, UTC_TIMESTAMP(6) - INTERVAL 60 DAY, UTC_TIMESTAMP(6) - INTERVAL 60 DAY);
INSERT INTO spu_text (spu_id, lang, name, detail) VALUES
(25, 'zh-CN', '东海带鱼段',
'钓船带鱼，鱼身银亮、鳞膜完整，去头去尾去内脏，切成手掌长的段。肉质细，没有碎刺。

- **产地**：浙江舟山
- **到货**：包薄冰衣速冻，净重不含冰
- **保存**：零下十八度 10 个月

**做法**：擦干，拍薄薄一层淀粉，中小火煎到两面金黄；或加糖醋汁收浓，就是一盘下饭菜。

**过敏提示**：本品为鱼类。'),
(25, 'en', 'East Sea Hairtail',
'Line-caught, silver all over, with head, tail and gut removed and the rest cut to the length of a palm. Fine flesh and no small bones.

- **Origin**: Zhoushan, Zhejiang
- **Arrives**: frozen under a thin glaze of ice, which is not counted in the weight
- **Keeps**: 10 months at −18 °C

**To cook**: pat dry, dust with starch and fry gently until golden; or reduce a sweet-and-sour sauce over it and cook more rice than usual.

**Allergens**: fish.');
INSERT INTO sku (id, spu_id, type_id, price, net_amount, net_unit, image, status, created_at, updated_at) VALUES
(50, 25, 1, 3280, 500, 'g', '/media/demo/hairtail.svg', 'on_sale',
  UTC_TIMESTAMP(6) - INTERVAL 60 DAY, UTC_TIMESTAMP(6) - INTERVAL 60 DAY),
(51, 25, 1, 5980, 1000, 'g', '/media/demo/hairtail.svg', 'on_sale',
  UTC_TIMESTAMP(6) - INTERVAL 60 DAY, UTC_TIMESTAMP(6) - INTERVAL 60 DAY),
(52, 25, 1, 10980, 2000, 'g', '/media/demo/hairtail.svg', 'on_sale',
  UTC_TIMESTAMP(6) - INTERVAL 60 DAY, UTC_TIMESTAMP(6) - INTERVAL 60 DAY);
INSERT INTO sku_text (sku_id, lang, name, summary, unit, search_key) VALUES
(50, 'zh-CN', '东海带鱼段', '银鳞完整，只要中间段',
  '500g', 'donghaidaiyuduan dhdyd'),
(50, 'en', 'East Sea Hairtail', 'Bright silver skin, middle cuts only',
  '500g', 'east sea hairtail'),
(51, 'zh-CN', '东海带鱼段 加量装', '一公斤装，每斤更划算',
  '1kg', 'donghaidaiyuduanjialiangzhuang dhdydjlz'),
(51, 'en', 'East Sea Hairtail, Large Pack', 'A kilo at a kinder price',
  '1kg', 'east sea hairtail, large pack'),
(52, 'zh-CN', '东海带鱼段 整箱装', '四袋一箱，冷冻室常备',
  '箱', 'donghaidaiyuduanzhengxiangzhuang dhdydzxz'),
(52, 'en', 'East Sea Hairtail, Full Case', 'Four bags to stock the freezer',
  'case', 'east sea hairtail, full case');
INSERT INTO sku_image (sku_id, position, url) VALUES
(50, 1, '/media/demo/hairtail.svg'), (50, 2, '/media/demo/parcel-frozen.svg'),
(51, 1, '/media/demo/hairtail.svg'), (51, 2, '/media/demo/parcel-frozen.svg'),
(52, 1, '/media/demo/hairtail.svg'), (52, 2, '/media/demo/parcel-frozen.svg');

-- SPU 31: Rushan Oysters
INSERT INTO spu (id, created_at, updated_at) VALUES
(31, UTC_TIMESTAMP(6) - INTERVAL 50 DAY, UTC_TIMESTAMP(6) - INTERVAL 50 DAY);
INSERT INTO spu_text (spu_id, lang, name, detail) VALUES
(31, 'zh-CN', '乳山生蚝',
'凌晨起吊，带壳冲净泥沙，装箱时仍然紧闭。个头肥，裙边厚，咸鲜里带一点回甘。

- **产地**：山东乳山
- **到货**：带壳活蚝，冰袋降温，附一把开蚝刀和一只手套
- **保存**：凸面朝下，盖湿布冷藏 2 天；张口且碰后不闭的请丢弃

**做法**：刷净带壳蒸，水开后五分钟；或开壳铺蒜蓉，烤箱 200 度八分钟。

**过敏提示**：本品为贝类。'),
(31, 'en', 'Rushan Oysters',
'Lifted before dawn, hosed clean, and still shut tight when they are packed. Plump, thick-frilled, salty first and faintly sweet after.

- **Origin**: Rushan, Shandong
- **Arrives**: alive in the shell on ice packs, with an oyster knife and a glove
- **Keeps**: 2 days in the fridge, cup side down under a damp cloth; discard any that gape and do not close when touched

**To cook**: scrub and steam for five minutes from the boil, or open, top with garlic and bake for eight minutes at 200 °C.

**Allergens**: molluscs.');
INSERT INTO sku (id, spu_id, type_id, price, net_amount, net_unit, image, status, created_at, updated_at) VALUES
(63, 31, 1, 2990, 10, 'piece', '/media/demo/oysters.svg', 'on_sale',
  UTC_TIMESTAMP(6) - INTERVAL 50 DAY, UTC_TIMESTAMP(6) - INTERVAL 50 DAY),
(64, 31, 1, 7900, 30, 'piece', '/media/demo/oysters.svg', 'off_sale',
  UTC_TIMESTAMP(6) - INTERVAL 50 DAY, UTC_TIMESTAMP(6) - INTERVAL 50 DAY);
INSERT INTO sku_text (sku_id, lang, name, summary, unit, search_key) VALUES
(63, 'zh-CN', '乳山生蚝', '十只鲜活大蚝，附开蚝刀',
  '盒', 'rushanshenghao rssh'),
(63, 'en', 'Rushan Oysters', 'Ten live oysters, knife and glove included',
  'box', 'rushan oysters'),
(64, 'zh-CN', '乳山生蚝 整箱装', '三十只整箱，烧烤聚会专用',
  '箱', 'rushanshenghaozhengxiangzhuang rsshzxz'),
(64, 'en', 'Rushan Oysters, Full Case', 'Thirty for the barbecue',
  'case', 'rushan oysters, full case');
INSERT INTO sku_image (sku_id, position, url) VALUES
(63, 1, '/media/demo/oysters.svg'), (63, 2, '/media/demo/parcel-chilled.svg'),
(64, 1, '/media/demo/oysters.svg'), (64, 2, '/media/demo/parcel-chilled.svg');

-- SPU 37: Whole Squid
INSERT INTO spu (id, created_at, updated_at) VALUES
(37, UTC_TIMESTAMP(6) - INTERVAL 39 DAY, UTC_TIMESTAMP(6) - INTERVAL 39 DAY);
INSERT INTO spu_text (spu_id, lang, name, detail) VALUES
(37, 'zh-CN', '整只鱿鱼',
'海上急冻的整只鱿鱼，筒身厚、须子全，解冻后仍有弹性。可切花、可切圈，也可以整只铁板煎。

- **产地**：福建东山
- **规格**：500g 约两只
- **保存**：零下十八度 12 个月

**做法**：撕去外皮，内侧切十字花刀，滚水里烫十五秒卷起，再大火爆炒，前后不超过一分钟，久了会老。

**过敏提示**：本品为软体类水产。'),
(37, 'en', 'Whole Squid',
'Frozen at sea with thick bodies and all their arms, and still springy once thawed. Score them, slice them into rings, or put them on the griddle whole.

- **Origin**: Dongshan, Fujian
- **Size**: about two per 500 g
- **Keeps**: 12 months at −18 °C

**To cook**: peel, score the inside in a lattice, and dip in boiling water for fifteen seconds until they curl; then under a minute in a very hot wok. Any longer and they toughen.

**Allergens**: molluscs.');
INSERT INTO sku (id, spu_id, type_id, price, net_amount, net_unit, image, status, created_at, updated_at) VALUES
(76, 37, 1, 2680, 500, 'g', '/media/demo/squid.svg', 'on_sale',
  UTC_TIMESTAMP(6) - INTERVAL 39 DAY, UTC_TIMESTAMP(6) - INTERVAL 39 DAY),
(77, 37, 1, 7480, 1500, 'g', '/media/demo/squid.svg', 'on_sale',
  UTC_TIMESTAMP(6) - INTERVAL 39 DAY, UTC_TIMESTAMP(6) - INTERVAL 39 DAY);
INSERT INTO sku_text (sku_id, lang, name, summary, unit, search_key) VALUES
(76, 'zh-CN', '整只鱿鱼', '海上急冻，筒厚须全',
  '袋', 'zhengzhiyouyu zzyy'),
(76, 'en', 'Whole Squid', 'Frozen at sea: thick bodies, all their arms',
  'bag', 'whole squid'),
(77, 'zh-CN', '整只鱿鱼 家庭装', '三斤装，铁板烧烤够一桌',
  '袋', 'zhengzhiyouyujiatingzhuang zzyyjtz'),
(77, 'en', 'Whole Squid, Family Pack', 'A kilo and a half for the griddle',
  'bag', 'whole squid, family pack');
INSERT INTO sku_image (sku_id, position, url) VALUES
(76, 1, '/media/demo/squid.svg'), (76, 2, '/media/demo/parcel-frozen.svg'),
(77, 1, '/media/demo/squid.svg'), (77, 2, '/media/demo/parcel-frozen.svg');

-- SPU 43: Sea Bass
INSERT INTO spu (id, created_at, updated_at) VALUES
(43, UTC_TIMESTAMP(6) - INTERVAL 26 DAY, UTC_TIMESTAMP(6) - INTERVAL 26 DAY);
INSERT INTO spu_text (spu_id, lang, name, detail) VALUES
(43, 'zh-CN', '海鲈鱼',
'接单后现杀，去鳞、去鳃、去内脏，冲净血水再真空。肉是蒜瓣状的，刺少，老人孩子都好入口。

- **产地**：广东珠海斗门
- **规格**：杀净后每条 480–520g
- **保存**：0–4 度冷藏 2 天，冷冻 3 个月

**做法**：背上划两刀，姜片塞肚，水开后蒸八分钟，倒掉腥水，铺葱丝淋热油和蒸鱼豉油。

**过敏提示**：本品为鱼类。'),
(43, 'en', 'Sea Bass',
'Killed to order, scaled, gutted, rinsed and vacuum-packed. The flesh falls into large flakes and has few bones, so it suits the youngest and the oldest at the table.

- **Origin**: Doumen, Zhuhai, Guangdong
- **Size**: 480–520 g each, cleaned
- **Keeps**: 2 days at 0–4 °C, 3 months frozen

**To cook**: two cuts in the back, ginger in the belly, eight minutes of steam. Pour off the liquid, then spring onion, hot oil and light soy.

**Allergens**: fish.');
INSERT INTO sku (id, spu_id, type_id, price, net_amount, net_unit, image, status, created_at, updated_at) VALUES
(88, 43, 1, 2280, 500, 'g', '/media/demo/sea-bass.svg', 'on_sale',
  UTC_TIMESTAMP(6) - INTERVAL 26 DAY, UTC_TIMESTAMP(6) - INTERVAL 26 DAY),
(89, 43, 1, 4280, 1000, 'g', '/media/demo/sea-bass.svg', 'on_sale',
  UTC_TIMESTAMP(6) - INTERVAL 26 DAY, UTC_TIMESTAMP(6) - INTERVAL 26 DAY);
INSERT INTO sku_text (sku_id, lang, name, summary, unit, search_key) VALUES
(88, 'zh-CN', '海鲈鱼', '现杀净膛，清蒸八分钟',
  '条', 'hailuyu hly'),
(88, 'en', 'Sea Bass', 'Cleaned to order: eight minutes in the steamer',
  'each', 'sea bass'),
(89, 'zh-CN', '海鲈鱼 两条装', '两条独立真空，一条蒸一条煎',
  '袋', 'hailuyuliangtiaozhuang hlyltz'),
(89, 'en', 'Sea Bass, Twin Pack', 'Two fish, packed apart: steam one, fry one',
  'bag', 'sea bass, twin pack');
INSERT INTO sku_image (sku_id, position, url) VALUES
(88, 1, '/media/demo/sea-bass.svg'), (88, 2, '/media/demo/parcel-chilled.svg'),
(89, 1, '/media/demo/sea-bass.svg'), (89, 2, '/media/demo/parcel-chilled.svg');
