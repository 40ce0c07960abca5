-- Pork, Beef and Lamb: products with their sizes. SPU n is of type (n - 1) % 6 + 1: the kinds grew side by side, so that the
-- newest goods are of every kind. Prices are in fen; stock comes from 60_stock.sql.

-- SPU 3: Sirloin Steak
INSERT INTO spu (id, created_at, updated_at) VALUES
(3, UTC_TIMESTAMP(6) - INTERVAL 88 DAY, UTC_TIMESTAMP(6) - INTERVAL 88 DAY);
INSERT INTO spu_text (spu_id, lang, name, detail) VALUES
(3, 'zh-CN', '原切西冷牛排',
'整条外脊手工切片，不注水、不拼接、不腌制，一侧带一条雪白的脂边，煎的时候自己出油。

- **产地**：内蒙古锡林郭勒，谷饲 150 天
- **厚度**：约 2 厘米，每片 200g 左右
- **到货**：真空贴体包装，冷冻送达
- **保存**：零下十八度 12 个月；冷藏解冻后 2 天内吃完

**做法**：擦干表面，大火每面煎一分半，脂边立起来煎半分钟，静置三分钟再切。出锅前撒海盐和黑胡椒就够了。'),
(3, 'en', 'Sirloin Steak',
'Hand-cut from the whole striploin: no added water, no glue, no marinade. The white rim of fat on one side bastes the steak as it fries.

- **Origin**: Xilingol, Inner Mongolia; grain-finished for 150 days
- **Cut**: about 2 cm thick, about 200 g a piece
- **Arrives**: frozen, in vacuum skin packs
- **Keeps**: 12 months at −18 °C; 2 days in the fridge once thawed

**To cook**: pat dry, sear for a minute and a half a side, stand it on its fat for thirty seconds, and let it rest for three minutes. Sea salt and black pepper are enough.');
INSERT INTO sku (id, spu_id, type_id, price, net_amount, net_unit, image, status, created_at, updated_at) VALUES
(5, 3, 3, 4980, 200, 'g', '/media/demo/steak.svg', 'on_sale',
  UTC_TIMESTAMP(6) - INTERVAL 88 DAY, UTC_TIMESTAMP(6) - INTERVAL 88 DAY),
(6, 3, 3, 18800, 800, 'g', '/media/demo/steak.svg', 'on_sale',
  UTC_TIMESTAMP(6) - INTERVAL 88 DAY, UTC_TIMESTAMP(6) - INTERVAL 88 DAY);
INSERT INTO sku_text (sku_id, lang, name, summary, unit, search_key) VALUES
(5, 'zh-CN', '原切西冷牛排', '整肉原切，厚约两厘米',
  '片', 'yuanqiexilengniupai yqxlnp'),
(5, 'en', 'Sirloin Steak', 'Whole-muscle cut, about two centimetres thick',
  'piece', 'sirloin steak'),
(6, 'zh-CN', '原切西冷牛排 家庭装', '四片独立真空，随取随煎',
  '盒', 'yuanqiexilengniupaijiatingzhuang yqxlnpjtz'),
(6, 'en', 'Sirloin Steak, Family Pack', 'Four steaks, each in its own vacuum pack',
  'box', 'sirloin steak, family pack');
INSERT INTO sku_image (sku_id, position, url) VALUES
(5, 1, '/media/demo/steak.svg'), (5, 2, '/media/demo/parcel-chilled.svg'),
(6, 1, '/media/demo/steak.svg'), (6, 2, '/media/demo/parcel-chilled.svg');

-- SPU 9: Black Pork Belly
INSERT INTO spu (id, created_at, updated_at) VALUES
(9, UTC_TIMESTAMP(6) - INTERVAL 81 DAY, UTC_TIMESTAMP(6) - INTERVAL 81 DAY);
INSERT INTO spu_text (spu_id, lang, name, detail) VALUES
(9, 'zh-CN', '黑猪五花肉',
'黑猪养足三百天，肥瘦相间五层，带皮整条分切。肥的不腻，瘦的不柴，红烧出来胶质厚。

- **产地**：吉林舒兰
- **到货**：排酸后真空，0–4 度冷链
- **保存**：冷藏 3 天，冷冻 6 个月

**做法**：切成麻将大的方块，冷水焯过，小火煸出油，加冰糖、黄酒、酱油，砂锅焖一个半小时。'),
(9, 'en', 'Black Pork Belly',
'From black pigs raised for three hundred days: five even layers, skin on, cut from the whole belly. The fat is not heavy and the lean is not dry.

- **Origin**: Shulan, Jilin
- **Arrives**: aged, vacuum-packed and kept at 0–4 °C
- **Keeps**: 3 days in the fridge, 6 months frozen

**To cook**: cubes the size of a domino, blanched and then browned in their own fat; rock sugar, rice wine and soy; an hour and a half in a clay pot.');
INSERT INTO sku (id, spu_id, type_id, price, net_amount, net_unit, image, status, created_at, updated_at) VALUES
(18, 9, 3, 3980, 500, 'g', '/media/demo/pork-belly.svg', 'on_sale',
  UTC_TIMESTAMP(6) - INTERVAL 81 DAY, UTC_TIMESTAMP(6) - INTERVAL 81 DAY),
(19, 9, 3, 7680, 1000, 'g', '/media/demo/pork-belly.svg', 'on_sale',
  UTC_TIMESTAMP(6) - INTERVAL 81 DAY, UTC_TIMESTAMP(6) - INTERVAL 81 DAY);
INSERT INTO sku_text (sku_id, lang, name, summary, unit, search_key) VALUES
(18, 'zh-CN', '黑猪五花肉', '带皮五层，红烧最香',
  '500g', 'heizhuwuhuarou hzwhr'),
(18, 'en', 'Black Pork Belly', 'Skin on, five layers: made for slow braising',
  '500g', 'black pork belly'),
(19, 'zh-CN', '黑猪五花肉 加量装', '整条两斤，够炖一大锅',
  '1kg', 'heizhuwuhuaroujialiangzhuang hzwhrjlz'),
(19, 'en', 'Black Pork Belly, Large Pack', 'A kilo in one piece, enough for a big pot',
  '1kg', 'black pork belly, large pack');
INSERT INTO sku_image (sku_id, position, url) VALUES
(18, 1, '/media/demo/pork-belly.svg'), (18, 2, '/media/demo/parcel-chilled.svg'),
(19, 1, '/media/demo/pork-belly.svg'), (19, 2, '/media/demo/parcel-chilled.svg');

-- SPU 15: Pork Ribs
INSERT INTO spu (id, created_at, updated_at) VALUES
(15, UTC_TIMESTAMP(6) - INTERVAL 73 DAY, UTC_TIMESTAMP(6) - INTERVAL 73 DAY);
INSERT INTO spu_text (spu_id, lang, name, detail) VALUES
(15, 'zh-CN', '猪肋排',
'只取前八根肋骨，肉厚骨细，斩成五厘米小段，省去在家剁骨的麻烦。

- **产地**：四川资中
- **到货**：真空冷鲜，骨边微红是正常血色
- **保存**：冷藏 2 天，冷冻 6 个月

**做法**：糖醋、蒜香、清炖都行。炖汤时焯水后换热水，肉才不紧；加玉米和胡萝卜，一小时就甜。'),
(15, 'en', 'Pork Ribs',
'The first eight ribs only, thin of bone and thick of meat, chopped into 5 cm pieces so that you need no cleaver at home.

- **Origin**: Zizhong, Sichuan
- **Arrives**: chilled under vacuum; a little pink by the bone is natural
- **Keeps**: 2 days in the fridge, 6 months frozen

**To cook**: sweet and sour, with garlic, or in soup. For soup, blanch first and then use hot water so that the meat stays tender; with sweetcorn and carrot, an hour is enough.');
INSERT INTO sku (id, spu_id, type_id, price, net_amount, net_unit, image, status, created_at, updated_at) VALUES
(30, 15, 3, 3690, 500, 'g', '/media/demo/ribs.svg', 'on_sale',
  UTC_TIMESTAMP(6) - INTERVAL 73 DAY, UTC_TIMESTAMP(6) - INTERVAL 73 DAY),
(31, 15, 3, 6980, 1000, 'g', '/media/demo/ribs.svg', 'on_sale',
  UTC_TIMESTAMP(6) - INTERVAL 73 DAY, UTC_TIMESTAMP(6) - INTERVAL 73 DAY);
INSERT INTO sku_text (sku_id, lang, name, summary, unit, search_key) VALUES
(30, 'zh-CN', '猪肋排', '斩好小段，骨细肉厚',
  '500g', 'zhuleipai zlp'),
(30, 'en', 'Pork Ribs', 'Chopped to size: thin bones, thick meat',
  '500g', 'pork ribs'),
(31, 'zh-CN', '猪肋排 加量装', '两斤装，炖汤红烧各一顿',
  '1kg', 'zhuleipaijialiangzhuang zlpjlz'),
(31, 'en', 'Pork Ribs, Large Pack', 'A kilo: one soup and one braise',
  '1kg', 'pork ribs, large pack');
INSERT INTO sku_image (sku_id, position, url) VALUES
(30, 1, '/media/demo/ribs.svg'), (30, 2, '/media/demo/parcel-chilled.svg'),
(31, 1, '/media/demo/ribs.svg'), (31, 2, '/media/demo/parcel-chilled.svg');

-- SPU 21: Lamb Chops
INSERT INTO spu (id, created_at, updated_at) VALUES
(21, UTC_TIMESTAMP(6) - INTERVAL 65 DAY, UTC_TIMESTAMP(6) - INTERVAL 65 DAY);
INSERT INTO spu_text (spu_id, lang, name, detail) VALUES
(21, 'zh-CN', '羔羊排',
'八月龄以内的羔羊，法式修骨，一根骨头连一块圆润的里脊，膻味轻，奶香足。

- **产地**：宁夏盐池
- **规格**：400g 约六根
- **保存**：零下十八度 12 个月；冷藏解冻后当天烹调

**做法**：海盐、黑胡椒、迷迭香腌二十分钟，大火每面煎两分钟，再进 200 度烤箱四分钟，粉红芯最嫩。'),
(21, 'en', 'Lamb Chops',
'From lambs under eight months old, trimmed the French way: one clean bone and one round of loin. Mild and milky.

- **Origin**: Yanchi, Ningxia
- **Size**: about six per 400 g
- **Keeps**: 12 months at −18 °C; thaw in the fridge and cook the same day

**To cook**: twenty minutes with sea salt, black pepper and rosemary, two minutes a side in a hot pan, four in the oven at 200 °C. Pink in the middle is best.');
INSERT INTO sku (id, spu_id, type_id, price, net_amount, net_unit, image, status, created_at, updated_at) VALUES
(42, 21, 3, 6980, 400, 'g', '/media/demo/lamb-chops.svg', 'on_sale',
  UTC_TIMESTAMP(6) - INTERVAL 65 DAY, UTC_TIMESTAMP(6) - INTERVAL 65 DAY),
(43, 21, 3, 12980, 800, 'g', '/media/demo/lamb-chops.svg', 'on_sale',
  UTC_TIMESTAMP(6) - INTERVAL 65 DAY, UTC_TIMESTAMP(6) - INTERVAL 65 DAY);
INSERT INTO sku_text (sku_id, lang, name, summary, unit, search_key) VALUES
(42, 'zh-CN', '羔羊排', '法式修骨，六根一盒',
  '盒', 'gaoyangpai gyp'),
(42, 'en', 'Lamb Chops', 'French-trimmed, six to a box',
  'box', 'lamb chops'),
(43, 'zh-CN', '羔羊排 家庭装', '十二根，一次烤满一盘',
  '盒', 'gaoyangpaijiatingzhuang gypjtz'),
(43, 'en', 'Lamb Chops, Family Pack', 'Twelve, to fill the roasting tray',
  'box', 'lamb chops, family pack');
INSERT INTO sku_image (sku_id, position, url) VALUES
(42, 1, '/media/demo/lamb-chops.svg'), (42, 2, '/media/demo/parcel-frozen.svg'),
(43, 1, '/media/demo/lamb-chops.svg'), (43, 2, '/media/demo/parcel-frozen.svg');

-- SPU 27: Beef Brisket Cubes
INSERT INTO spu (id, created_at, updated_at) VALUES
(27, UTC_TIMESTAMP(6) - INTERVAL 57 DAY, UTC_TIMESTAMP(6) - INTERVAL 57 DAY);
INSERT INTO spu_text (spu_id, lang, name, detail) VALUES
(27, 'zh-CN', '牛腩块',
'牛腹部带筋膜的部位，切三厘米见方，肉、筋、薄油三样都有，久炖软糯不散。

- **产地**：山东滨州阳信
- **到货**：冷冻真空，净重不注水
- **保存**：零下十八度 12 个月

**做法**：焯水后与番茄同炖两小时，起锅前十分钟再放盐；或换成萝卜和陈皮，是清爽的汤。'),
(27, 'en', 'Beef Brisket Cubes',
'Cut from the belly into 3 cm cubes that hold meat, tendon and a thin layer of fat, so that a long simmer leaves them soft and whole.

- **Origin**: Yangxin, Binzhou, Shandong
- **Arrives**: frozen under vacuum, with no added water
- **Keeps**: 12 months at −18 °C

**To cook**: blanch, then two hours with tomatoes, salt for the last ten minutes. Daikon and dried tangerine peel make a lighter soup.');
INSERT INTO sku (id, spu_id, type_id, price, net_amount, net_unit, image, status, created_at, updated_at) VALUES
(55, 27, 3, 4280, 500, 'g', '/media/demo/brisket.svg', 'on_sale',
  UTC_TIMESTAMP(6) - INTERVAL 57 DAY, UTC_TIMESTAMP(6) - INTERVAL 57 DAY),
(56, 27, 3, 11900, 1500, 'g', '/media/demo/brisket.svg', 'on_sale',
  UTC_TIMESTAMP(6) - INTERVAL 57 DAY, UTC_TIMESTAMP(6) - INTERVAL 57 DAY);
INSERT INTO sku_text (sku_id, lang, name, summary, unit, search_key) VALUES
(55, 'zh-CN', '牛腩块', '肉筋相连，久炖不散',
  '500g', 'niunankuai nnk'),
(55, 'en', 'Beef Brisket Cubes', 'Meat and tendon together, made for long simmering',
  '500g', 'beef brisket cubes'),
(56, 'zh-CN', '牛腩块 家庭装', '三小包分装，一包一锅',
  '袋', 'niunankuaijiatingzhuang nnkjtz'),
(56, 'en', 'Beef Brisket Cubes, Family Pack', 'Three packs, one for each pot',
  'bag', 'beef brisket cubes, family pack');
INSERT INTO sku_image (sku_id, position, url) VALUES
(55, 1, '/media/demo/brisket.svg'), (55, 2, '/media/demo/parcel-frozen.svg'),
(56, 1, '/media/demo/brisket.svg'), (56, 2, '/media/demo/parcel-frozen.svg');

-- SPU 33: Hotpot Beef Rolls
INSERT INTO spu (id, created_at, updated_at) VALUES
(33, UTC_TIMESTAMP(6) - INTERVAL 47 DAY, UTC_TIMESTAMP(6) - INTERVAL 47 DAY);
INSERT INTO spu_text (spu_id, lang, name, detail) VALUES
(33, 'zh-CN', '肥牛卷',
'谷饲牛的胸腹部压成方砖，刨成一毫米薄片自然卷起。红白相间，涮八秒就变色。

- **产地**：内蒙古通辽，原切不拼接
- **到货**：独立托盘，冷冻送达，不散不黏
- **保存**：零下十八度 12 个月

**做法**：不解冻直接下锅。除了火锅，也可以和洋葱同炒，盖在米饭上就是肥牛饭。'),
(33, 'en', 'Hotpot Beef Rolls',
'Plate of grain-fed beef, shaved a millimetre thin so that it curls by itself. Marbled red and white, and done after eight seconds in the broth.

- **Origin**: Tongliao, Inner Mongolia; whole-muscle, never pressed from trimmings
- **Arrives**: frozen on trays, loose and not stuck together
- **Keeps**: 12 months at −18 °C

**To cook**: straight from the freezer. Not only for hotpot: fry with onion and serve over rice.');
INSERT INTO sku (id, spu_id, type_id, price, net_amount, net_unit, image, status, created_at, updated_at) VALUES
(67, 33, 3, 2490, 300, 'g', '/media/demo/beef-rolls.svg', 'on_sale',
  UTC_TIMESTAMP(6) - INTERVAL 47 DAY, UTC_TIMESTAMP(6) - INTERVAL 47 DAY),
(68, 33, 3, 6990, 1000, 'g', '/media/demo/beef-rolls.svg', 'on_sale',
  UTC_TIMESTAMP(6) - INTERVAL 47 DAY, UTC_TIMESTAMP(6) - INTERVAL 47 DAY);
INSERT INTO sku_text (sku_id, lang, name, summary, unit, search_key) VALUES
(67, 'zh-CN', '肥牛卷', '一毫米薄切，涮八秒',
  '盒', 'feiniujuan fnj'),
(67, 'en', 'Hotpot Beef Rolls', 'A millimetre thin: eight seconds in the pot',
  'tray', 'hotpot beef rolls'),
(68, 'zh-CN', '肥牛卷 家庭装', '一公斤聚会装，三四个人够吃',
  '盒', 'feiniujuanjiatingzhuang fnjjtz'),
(68, 'en', 'Hotpot Beef Rolls, Family Pack', 'A kilo, enough for three or four at the hotpot',
  'box', 'hotpot beef rolls, family pack');
INSERT INTO sku_image (sku_id, position, url) VALUES
(67, 1, '/media/demo/beef-rolls.svg'), (67, 2, '/media/demo/parcel-frozen.svg'),
(68, 1, '/media/demo/beef-rolls.svg'), (68, 2, '/media/demo/parcel-frozen.svg');

-- SPU 39: Cantonese Sausage
INSERT INTO spu (id, created_at, updated_at) VALUES
(39, UTC_TIMESTAMP(6) - INTERVAL 35 DAY, UTC_TIMESTAMP(6) - INTERVAL 35 DAY);
INSERT INTO spu_text (spu_id, lang, name, detail) VALUES
(39, 'zh-CN', '广式腊肠',
'三分肥七分瘦，玫瑰露酒和生抽调味，冬天晒足、夏天低温烘。颜色自然暗红，切开油润透亮。

- **产地**：广东中山黄圃
- **到货**：真空包装，成对系绳
- **保存**：阴凉处 30 天，冷藏 90 天

**做法**：饭收水时整根铺上，焖熟切片，淋一点酱油，就是腊味饭。

**过敏提示**：含大豆、小麦（酱油）。'),
(39, 'en', 'Cantonese Sausage',
'Seven parts lean to three of fat, seasoned with rose wine and light soy, sun-dried in winter and dried at low heat in summer. Dark red, glossy, clear where it is cut.

- **Origin**: Huangpu, Zhongshan, Guangdong
- **Arrives**: vacuum-packed, tied in pairs
- **Keeps**: 30 days somewhere cool, 90 in the fridge

**To cook**: lay whole sausages on rice as it takes up its water, let them finish together, slice, and add a little soy.

**Allergens**: soy and wheat (in the soy sauce).');
INSERT INTO sku (id, spu_id, type_id, price, net_amount, net_unit, image, status, created_at, updated_at) VALUES
(80, 39, 3, 2680, 250, 'g', '/media/demo/sausage.svg', 'on_sale',
  UTC_TIMESTAMP(6) - INTERVAL 35 DAY, UTC_TIMESTAMP(6) - INTERVAL 35 DAY),
(81, 39, 3, 9800, 1000, 'g', '/media/demo/sausage.svg', 'on_sale',
  UTC_TIMESTAMP(6) - INTERVAL 35 DAY, UTC_TIMESTAMP(6) - INTERVAL 35 DAY);
INSERT INTO sku_text (sku_id, lang, name, summary, unit, search_key) VALUES
(80, 'zh-CN', '广式腊肠', '玫瑰露酒香，甜咸适口',
  '袋', 'guangshilachang gslc'),
(80, 'en', 'Cantonese Sausage', 'Scented with rose wine, gently sweet',
  'bag', 'cantonese sausage'),
(81, 'zh-CN', '广式腊肠 礼盒装', '四对成盒，年节常备',
  '盒', 'guangshilachanglihezhuang gslclhz'),
(81, 'en', 'Cantonese Sausage, Gift Box', 'Four pairs in a box for the holidays',
  'box', 'cantonese sausage, gift box');
INSERT INTO sku_image (sku_id, position, url) VALUES
(80, 1, '/media/demo/sausage.svg'),
(81, 1, '/media/demo/sausage.svg'), (81, 2, '/media/demo/gift-box.svg');

-- SPU 45: Leg of Lamb
INSERT INTO spu (id, created_at, updated_at) VALUES
(45, UTC_TIMESTAMP(6) - INTERVAL 20 DAY, UTC_TIMESTAMP(6) - INTERVAL 20 DAY);
INSERT INTO spu_text (spu_id, lang, name, detail) VALUES
(45, 'zh-CN', '带骨羊腿',
'滩羊后腿整只，骨头留着，肉才不缩。外层一层薄脂，烤的时候自己润着。

- **产地**：宁夏盐池
- **规格**：每只 1.7–1.9 公斤，按 1.8 公斤计价
- **保存**：零下十八度 12 个月；解冻约需冷藏一天半

**做法**：扎孔塞蒜片，抹盐、孜然和酸奶过夜，180 度烤八十分钟，静置十五分钟再切。'),
(45, 'en', 'Leg of Lamb',
'The whole hind leg of a Tan sheep, bone in so that it does not shrink, under a thin layer of fat that bastes it.

- **Origin**: Yanchi, Ningxia
- **Size**: 1.7–1.9 kg, priced as 1.8 kg
- **Keeps**: 12 months at −18 °C; allow a day and a half in the fridge to thaw

**To cook**: slivers of garlic in small cuts, a night in salt, cumin and yoghurt, eighty minutes at 180 °C, and fifteen of rest.');
INSERT INTO sku (id, spu_id, type_id, price, net_amount, net_unit, image, status, created_at, updated_at) VALUES
(92, 45, 3, 15800, 1800, 'g', '/media/demo/leg-of-lamb.svg', 'on_sale',
  UTC_TIMESTAMP(6) - INTERVAL 20 DAY, UTC_TIMESTAMP(6) - INTERVAL 20 DAY);
INSERT INTO sku_text (sku_id, lang, name, summary, unit, search_key) VALUES
(92, 'zh-CN', '带骨羊腿', '整只后腿，一家人的主菜',
  '只', 'daiguyangtui dgyt'),
(92, 'en', 'Leg of Lamb', 'A whole hind leg for the middle of the table',
  'each', 'leg of lamb');
INSERT INTO sku_image (sku_id, position, url) VALUES
(92, 1, '/media/demo/leg-of-lamb.svg'), (92, 2, '/media/demo/parcel-frozen.svg');
