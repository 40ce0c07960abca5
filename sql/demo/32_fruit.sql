-- Fruit: products with their sizes. SPU n is of type (n - 1) % 6 + 1: the kinds grew side by side, so that the
-- newest goods are of every kind. Prices are in fen; stock comes from 60_stock.sql.

-- SPU 2: Red Fuji Apples
INSERT INTO spu (id, created_at, updated_at) VALUES
(2, UTC_TIMESTAMP(6) - INTERVAL 89 DAY, UTC_TIMESTAMP(6) - INTERVAL 89 DAY);
INSERT INTO spu_text (spu_id, lang, name, detail) VALUES
(2, 'zh-CN', '红富士苹果',
'胶东丘陵的果园早晚温差大，苹果挂树到霜降后才采，糖分足、果肉脆，咬下去有响声。

- **产地**：山东烟台栖霞
- **大小**：果径 80–85 毫米，500g 约两个
- **到货**：网套单果防护；表皮有细小果锈属正常
- **保存**：冷藏 30 天，与香蕉、猕猴桃分开放

洗净带皮吃最香；切开后泡一下淡盐水不易变色。'),
(2, 'en', 'Red Fuji Apples',
'Grown on the Jiaodong hills, where days are warm and nights are cold, and left on the tree until the first frosts. Sugar-sweet, with a crunch you can hear.

- **Origin**: Qixia, Yantai, Shandong
- **Size**: 80–85 mm across, about two apples per 500 g
- **Arrives**: each apple in its own foam net; a little russet on the skin is natural
- **Keeps**: 30 days in the fridge, away from bananas and kiwifruit

Eat them washed and unpeeled. A quick dip in lightly salted water keeps slices white.');
INSERT INTO sku (id, spu_id, type_id, price, net_amount, net_unit, image, status, created_at, updated_at) VALUES
(3, 2, 2, 890, 500, 'g', '/media/demo/apples.svg', 'on_sale',
  UTC_TIMESTAMP(6) - INTERVAL 89 DAY, UTC_TIMESTAMP(6) - INTERVAL 89 DAY),
(4, 2, 2, 7980, 12, 'piece', '/media/demo/apples.svg', 'on_sale',
  UTC_TIMESTAMP(6) - INTERVAL 89 DAY, UTC_TIMESTAMP(6) - INTERVAL 89 DAY);
INSERT INTO sku_text (sku_id, lang, name, summary, unit, search_key) VALUES
(3, 'zh-CN', '红富士苹果', '霜降后采摘，脆甜多汁',
  '500g', 'hongfushipingguo hfspg'),
(3, 'en', 'Red Fuji Apples', 'Picked after the first frosts: crisp, sweet, full of juice',
  '500g', 'red fuji apples'),
(4, 'zh-CN', '红富士苹果 礼盒装', '十二个匀称大果，送人体面',
  '盒', 'hongfushipingguolihezhuang hfspglhz'),
(4, 'en', 'Red Fuji Apples, Gift Box', 'Twelve even, hand-picked apples, ready to give',
  'box', 'red fuji apples, gift box');
INSERT INTO sku_image (sku_id, position, url) VALUES
(3, 1, '/media/demo/apples.svg'), (3, 2, '/media/demo/crate.svg'),
(4, 1, '/media/demo/apples.svg'), (4, 2, '/media/demo/gift-box.svg'), (4, 3, '/media/demo/crate.svg');

-- SPU 8: Dandong Strawberries
INSERT INTO spu (id, created_at, updated_at) VALUES
(8, UTC_TIMESTAMP(6) - INTERVAL 82 DAY, UTC_TIMESTAMP(6) - INTERVAL 82 DAY);
INSERT INTO spu_text (spu_id, lang, name, detail) VALUES
(8, 'zh-CN', '丹东草莓',
'暖棚里蜜蜂授粉，熟到九分才下枝。果形圆锥，籽浅浅嵌着，咬开里外都红，香味先于甜味。

- **产地**：辽宁丹东东港
- **到货**：单层摆放，独立果托，次日达
- **保存**：当天吃最好；冷藏 2 天，吃之前再洗

请保留绿蒂冲洗，再用淡盐水泡三分钟，这样不进水、不跑味。'),
(8, 'en', 'Dandong Strawberries',
'Pollinated by bees in warm greenhouses and picked nine-tenths ripe. Cone-shaped, lightly seeded, red to the heart; you smell them before you taste them.

- **Origin**: Donggang, Dandong, Liaoning
- **Arrives**: in a single layer, each berry in its own cup, the next day
- **Keeps**: best today; 2 days in the fridge, washed only when you eat them

Rinse with the green caps on and leave in lightly salted water for three minutes, so that no flavour is washed out.');
INSERT INTO sku (id, spu_id, type_id, price, net_amount, net_unit, image, status, created_at, updated_at) VALUES
(15, 8, 2, 3290, 300, 'g', '/media/demo/strawberries.svg', 'on_sale',
  UTC_TIMESTAMP(6) - INTERVAL 82 DAY, UTC_TIMESTAMP(6) - INTERVAL 82 DAY),
(16, 8, 2, 8990, 1000, 'g', '/media/demo/strawberries.svg', 'on_sale',
  UTC_TIMESTAMP(6) - INTERVAL 82 DAY, UTC_TIMESTAMP(6) - INTERVAL 82 DAY),
(17, 8, 2, 11800, 24, 'piece', '/media/demo/strawberries.svg', 'on_sale',
  UTC_TIMESTAMP(6) - INTERVAL 82 DAY, UTC_TIMESTAMP(6) - INTERVAL 82 DAY);
INSERT INTO sku_text (sku_id, lang, name, summary, unit, search_key) VALUES
(15, 'zh-CN', '丹东草莓', '九分熟下枝，里外都红',
  '盒', 'dandongcaomei ddcm'),
(15, 'en', 'Dandong Strawberries', 'Picked nearly ripe and red to the heart',
  'box', 'dandong strawberries'),
(16, 'zh-CN', '丹东草莓 家庭装', '两层果托，一公斤吃个够',
  '盒', 'dandongcaomeijiatingzhuang ddcmjtz'),
(16, 'en', 'Dandong Strawberries, Family Pack', 'Two layers, a whole kilo',
  'box', 'dandong strawberries, family pack'),
(17, 'zh-CN', '丹东草莓 礼盒装', '二十四颗大果，颗颗入托',
  '盒', 'dandongcaomeilihezhuang ddcmlhz'),
(17, 'en', 'Dandong Strawberries, Gift Box', 'Twenty-four large berries, each in its own cup',
  'box', 'dandong strawberries, gift box');
INSERT INTO sku_image (sku_id, position, url) VALUES
(15, 1, '/media/demo/strawberries.svg'), (15, 2, '/media/demo/crate.svg'),
(16, 1, '/media/demo/strawberries.svg'), (16, 2, '/media/demo/crate.svg'),
(17, 1, '/media/demo/strawberries.svg'), (17, 2, '/media/demo/gift-box.svg');

-- SPU 14: Gannan Navel Oranges
INSERT INTO spu (id, created_at, updated_at) VALUES
(14, UTC_TIMESTAMP(6) - INTERVAL 75 DAY, UTC_TIMESTAMP(6) - INTERVAL 75 DAY);
INSERT INTO spu_text (spu_id, lang, name, detail) VALUES
(14, 'zh-CN', '赣南脐橙',
'红壤山坡上的脐橙，不打蜡、不染色，皮薄易剥，果肉橙红，酸甜刚好。

- **产地**：江西赣州寻乌
- **大小**：果径 75–80 毫米，每公斤四到五个
- **保存**：阴凉通风处 15 天，冷藏 30 天

切成六瓣最省事；榨汁时连一点白瓤，口感更厚。'),
(14, 'en', 'Gannan Navel Oranges',
'From the red-soil hills, neither waxed nor dyed. Thin skin, deep orange flesh, sweet and sharp in balance.

- **Origin**: Xunwu, Ganzhou, Jiangxi
- **Size**: 75–80 mm across, four or five to the kilo
- **Keeps**: 15 days somewhere cool and airy, 30 in the fridge

Six wedges is the easy way. For juice, leave a little of the white pith on.');
INSERT INTO sku (id, spu_id, type_id, price, net_amount, net_unit, image, status, created_at, updated_at) VALUES
(28, 14, 2, 1290, 1000, 'g', '/media/demo/oranges.svg', 'on_sale',
  UTC_TIMESTAMP(6) - INTERVAL 75 DAY, UTC_TIMESTAMP(6) - INTERVAL 75 DAY),
(29, 14, 2, 5580, 5000, 'g', '/media/demo/oranges.svg', 'on_sale',
  UTC_TIMESTAMP(6) - INTERVAL 75 DAY, UTC_TIMESTAMP(6) - INTERVAL 75 DAY);
INSERT INTO sku_text (sku_id, lang, name, summary, unit, search_key) VALUES
(28, 'zh-CN', '赣南脐橙', '不打蜡不染色，皮薄好剥',
  '1kg', 'gannanqicheng gnqc'),
(28, 'en', 'Gannan Navel Oranges', 'No wax, no dye, and easy to peel',
  '1kg', 'gannan navel oranges'),
(29, 'zh-CN', '赣南脐橙 整箱装', '十斤整箱，产地直发',
  '箱', 'gannanqichengzhengxiangzhuang gnqczxz'),
(29, 'en', 'Gannan Navel Oranges, Full Case', 'Five kilos, straight from the grove',
  'case', 'gannan navel oranges, full case');
INSERT INTO sku_image (sku_id, position, url) VALUES
(28, 1, '/media/demo/oranges.svg'), (28, 2, '/media/demo/crate.svg'),
(29, 1, '/media/demo/oranges.svg'), (29, 2, '/media/demo/crate.svg');

-- SPU 20: Bananas
INSERT INTO spu (id, created_at, updated_at) VALUES
(20, UTC_TIMESTAMP(6) - INTERVAL 67 DAY, UTC_TIMESTAMP(6) - INTERVAL 67 DAY);
INSERT INTO spu_text (spu_id, lang, name, detail) VALUES
(20, 'zh-CN', '香蕉',
'七分熟采下，到仓后慢慢催到微绿转黄，到手放一两天，皮上出现芝麻点时最甜。

- **产地**：云南西双版纳
- **到货**：整把防撞包装，蒂部略青属正常
- **保存**：挂起来室温 5 天，**不要**放冰箱

熟过头也别扔：去皮切段冻硬，打成泥就是不加糖的冰淇淋。'),
(20, 'en', 'Bananas',
'Cut at seven-tenths ripe and brought on slowly in our store. Give them a day or two at home: they are sweetest when the first freckles show.

- **Origin**: Xishuangbanna, Yunnan
- **Arrives**: as a whole hand, cushioned; a little green at the stem is right
- **Keeps**: 5 days hung at room temperature, **not** in the fridge

Too ripe? Peel, slice, freeze and blend: ice cream with no sugar added.');
INSERT INTO sku (id, spu_id, type_id, price, net_amount, net_unit, image, status, created_at, updated_at) VALUES
(40, 20, 2, 590, 500, 'g', '/media/demo/bananas.svg', 'on_sale',
  UTC_TIMESTAMP(6) - INTERVAL 67 DAY, UTC_TIMESTAMP(6) - INTERVAL 67 DAY),
(41, 20, 2, 1580, 1500, 'g', '/media/demo/bananas.svg', 'on_sale',
  UTC_TIMESTAMP(6) - INTERVAL 67 DAY, UTC_TIMESTAMP(6) - INTERVAL 67 DAY);
INSERT INTO sku_text (sku_id, lang, name, summary, unit, search_key) VALUES
(40, 'zh-CN', '香蕉', '芝麻点时最甜，随手一根',
  '500g', 'xiangjiao xj'),
(40, 'en', 'Bananas', 'Sweetest when freckled',
  '500g', 'bananas'),
(41, 'zh-CN', '香蕉 家庭装', '整把带蒂，挂起来慢慢吃',
  '把', 'xiangjiaojiatingzhuang xjjtz'),
(41, 'en', 'Bananas, Family Pack', 'A whole hand to hang and eat through the week',
  'hand', 'bananas, family pack');
INSERT INTO sku_image (sku_id, position, url) VALUES
(40, 1, '/media/demo/bananas.svg'),
(41, 1, '/media/demo/bananas.svg');

-- SPU 26: Shine Muscat Grapes
INSERT INTO spu (id, created_at, updated_at) VALUES
(26, UTC_TIMESTAMP(6) - INTERVAL 58 DAY, UTC_TIMESTAMP(6) - INTERVAL 58 DAY);
INSERT INTO spu_text (spu_id, lang, name, detail) VALUES
(26, 'zh-CN', '阳光玫瑰葡萄',
'疏果后每串只留四十来粒，套袋长成。果皮薄到不用吐，果肉脆而多汁，带明显的玫瑰香。

- **产地**：云南宾川
- **到货**：整串装网套，果粒偶有脱落属正常
- **保存**：不洗、不摘粒，冷藏 7 天

冰镇半小时再吃，香气最集中。无籽，给小朋友请切成小块。'),
(26, 'en', 'Shine Muscat Grapes',
'Thinned to forty-odd berries a bunch and grown in paper bags. The skin is thin enough to eat, the flesh snaps, and the scent of muscat is plain.

- **Origin**: Binchuan, Yunnan
- **Arrives**: whole bunches in nets; a loose berry or two is normal
- **Keeps**: 7 days in the fridge, unwashed and on the stem

Chill for half an hour to bring out the scent. They are seedless, but cut them up for small children.');
INSERT INTO sku (id, spu_id, type_id, price, net_amount, net_unit, image, status, created_at, updated_at) VALUES
(53, 26, 2, 2590, 500, 'g', '/media/demo/grapes.svg', 'on_sale',
  UTC_TIMESTAMP(6) - INTERVAL 58 DAY, UTC_TIMESTAMP(6) - INTERVAL 58 DAY),
(54, 26, 2, 9800, 1500, 'g', '/media/demo/grapes.svg', 'on_sale',
  UTC_TIMESTAMP(6) - INTERVAL 58 DAY, UTC_TIMESTAMP(6) - INTERVAL 58 DAY);
INSERT INTO sku_text (sku_id, lang, name, summary, unit, search_key) VALUES
(53, 'zh-CN', '阳光玫瑰葡萄', '皮薄无籽，一口玫瑰香',
  '500g', 'yangguangmeiguiputao ygmgpt'),
(53, 'en', 'Shine Muscat Grapes', 'Thin-skinned and seedless, with a scent of muscat',
  '500g', 'shine muscat grapes'),
(54, 'zh-CN', '阳光玫瑰葡萄 礼盒装', '两串整穗入盒，送礼正好',
  '盒', 'yangguangmeiguiputaolihezhuang ygmgptlhz'),
(54, 'en', 'Shine Muscat Grapes, Gift Box', 'Two full bunches, boxed to give',
  'box', 'shine muscat grapes, gift box');
INSERT INTO sku_image (sku_id, position, url) VALUES
(53, 1, '/media/demo/grapes.svg'), (53, 2, '/media/demo/crate.svg'),
(54, 1, '/media/demo/grapes.svg'), (54, 2, '/media/demo/gift-box.svg');

-- SPU 32: Qilin Watermelon
INSERT INTO spu (id, created_at, updated_at) VALUES
(32, UTC_TIMESTAMP(6) - INTERVAL 49 DAY, UTC_TIMESTAMP(6) - INTERVAL 49 DAY);
INSERT INTO spu_text (spu_id, lang, name, detail) VALUES
(32, 'zh-CN', '麒麟西瓜',
'皮薄得一碰就裂，瓤红而沙，糖度从中心到瓜皮边都匀。瓜蔓还绿时摘下，当天装箱。

- **产地**：海南文昌
- **到货**：整瓜加厚网套；开裂拍照即赔
- **保存**：整瓜阴凉处 7 天，切开后冷藏 1 天

冰水里浸一小时，比直接进冰箱更沁凉。'),
(32, 'en', 'Qilin Watermelon',
'A rind so thin that it splits at a tap, and red, grainy flesh that stays sweet to the edge. Cut while the vine is green and packed the same day.

- **Origin**: Wenchang, Hainan
- **Arrives**: in a thick net; if it splits on the way, a photo is enough for a refund
- **Keeps**: 7 days whole and cool; 1 day in the fridge once cut

An hour in iced water chills it better than the fridge does.');
INSERT INTO sku (id, spu_id, type_id, price, net_amount, net_unit, image, status, created_at, updated_at) VALUES
(65, 32, 2, 3580, 4000, 'g', '/media/demo/watermelon.svg', 'on_sale',
  UTC_TIMESTAMP(6) - INTERVAL 49 DAY, UTC_TIMESTAMP(6) - INTERVAL 49 DAY),
(66, 32, 2, 1980, 2000, 'g', '/media/demo/watermelon.svg', 'on_sale',
  UTC_TIMESTAMP(6) - INTERVAL 49 DAY, UTC_TIMESTAMP(6) - INTERVAL 49 DAY);
INSERT INTO sku_text (sku_id, lang, name, summary, unit, search_key) VALUES
(65, 'zh-CN', '麒麟西瓜', '八斤上下，皮薄瓤沙',
  '个', 'qilinxigua qlxg'),
(65, 'en', 'Qilin Watermelon', 'About four kilos: thin rind, crisp red flesh',
  'each', 'qilin watermelon'),
(66, 'zh-CN', '麒麟西瓜 半个装', '现切保鲜膜包好，两人刚好',
  '半个', 'qilinxiguabangezhuang qlxgbgz'),
(66, 'en', 'Qilin Watermelon, Half', 'Cut today and wrapped: right for two',
  'half', 'qilin watermelon, half');
INSERT INTO sku_image (sku_id, position, url) VALUES
(65, 1, '/media/demo/watermelon.svg'),
(66, 1, '/media/demo/watermelon.svg');

-- SPU 38: Xuxiang Kiwifruit
INSERT INTO spu (id, created_at, updated_at) VALUES
(38, UTC_TIMESTAMP(6) - INTERVAL 37 DAY, UTC_TIMESTAMP(6) - INTERVAL 37 DAY);
INSERT INTO spu_text (spu_id, lang, name, detail) VALUES
(38, 'zh-CN', '徐香猕猴桃',
'绿心老品种，毛细肉软，籽黑如芝麻，酸味轻、果香浓。

- **产地**：陕西周至
- **到货**：硬果发出，附一张催熟说明
- **保存**：硬果冷藏 30 天；和一个苹果放进袋里，室温三五天就软

捏着像耳垂，就是最好吃的时候，对半切开用勺子挖。'),
(38, 'en', 'Xuxiang Kiwifruit',
'An old green variety: soft down, tender flesh, seeds like black sesame, mild and very fragrant.

- **Origin**: Zhouzhi, Shaanxi
- **Arrives**: firm, with a note on ripening
- **Keeps**: 30 days firm in the fridge; in a bag with an apple it softens in three to five days at room temperature

When it gives like an ear lobe, cut it across and eat it with a spoon.');
INSERT INTO sku (id, spu_id, type_id, price, net_amount, net_unit, image, status, created_at, updated_at) VALUES
(78, 38, 2, 1580, 6, 'piece', '/media/demo/kiwifruit.svg', 'on_sale',
  UTC_TIMESTAMP(6) - INTERVAL 37 DAY, UTC_TIMESTAMP(6) - INTERVAL 37 DAY),
(79, 38, 2, 4980, 24, 'piece', '/media/demo/kiwifruit.svg', 'on_sale',
  UTC_TIMESTAMP(6) - INTERVAL 37 DAY, UTC_TIMESTAMP(6) - INTERVAL 37 DAY);
INSERT INTO sku_text (sku_id, lang, name, summary, unit, search_key) VALUES
(78, 'zh-CN', '徐香猕猴桃', '六个装，软了就挖着吃',
  '盒', 'xuxiangmihoutao xxmht'),
(78, 'en', 'Xuxiang Kiwifruit', 'Six to ripen and eat with a spoon',
  'box', 'xuxiang kiwifruit'),
(79, 'zh-CN', '徐香猕猴桃 整箱装', '二十四个整箱，分批催熟',
  '箱', 'xuxiangmihoutaozhengxiangzhuang xxmhtzxz'),
(79, 'en', 'Xuxiang Kiwifruit, Full Case', 'Twenty-four, to ripen a few at a time',
  'case', 'xuxiang kiwifruit, full case');
INSERT INTO sku_image (sku_id, position, url) VALUES
(78, 1, '/media/demo/kiwifruit.svg'), (78, 2, '/media/demo/crate.svg'),
(79, 1, '/media/demo/kiwifruit.svg'), (79, 2, '/media/demo/crate.svg');

-- SPU 44: Blueberries
INSERT INTO spu (id, created_at, updated_at) VALUES
(44, UTC_TIMESTAMP(6) - INTERVAL 23 DAY, UTC_TIMESTAMP(6) - INTERVAL 23 DAY);
INSERT INTO spu_text (spu_id, lang, name, detail) VALUES
(44, 'zh-CN', '蓝莓',
'高原日照足，果粒直径 15 毫米以上，白霜完整，脆甜微酸。

- **产地**：云南澄江
- **到货**：透气小盒，冷链
- **保存**：冷藏 7 天；洗净擦干冷冻 6 个月

白霜是天然果粉，不用搓掉，冲一冲就能吃。拌酸奶、烤松饼都好。'),
(44, 'en', 'Blueberries',
'Grown high up in strong sun: berries of 15 mm and more, bloom intact, crisp and sweet with a little edge.

- **Origin**: Chengjiang, Yunnan
- **Arrives**: in vented punnets, chilled
- **Keeps**: 7 days in the fridge; 6 months frozen, washed and dried

The white bloom is the berry''s own, so there is no need to rub it off. Good in yoghurt and in muffins.');
INSERT INTO sku (id, spu_id, type_id, price, net_amount, net_unit, image, status, created_at, updated_at) VALUES
(90, 44, 2, 1490, 125, 'g', '/media/demo/blueberries.svg', 'on_sale',
  UTC_TIMESTAMP(6) - INTERVAL 23 DAY, UTC_TIMESTAMP(6) - INTERVAL 23 DAY),
(91, 44, 2, 5280, 500, 'g', '/media/demo/blueberries.svg', 'on_sale',
  UTC_TIMESTAMP(6) - INTERVAL 23 DAY, UTC_TIMESTAMP(6) - INTERVAL 23 DAY);
INSERT INTO sku_text (sku_id, lang, name, summary, unit, search_key) VALUES
(90, 'zh-CN', '蓝莓', '大果 15 毫米以上，带霜现摘',
  '盒', 'lanmei lm'),
(90, 'en', 'Blueberries', 'Large berries of 15 mm and more, bloom intact',
  'punnet', 'blueberries'),
(91, 'zh-CN', '蓝莓 四盒装', '四小盒，一天一盒刚好',
  '组', 'lanmeisihezhuang lmshz'),
(91, 'en', 'Blueberries, Four Punnets', 'Four punnets, one for each day',
  'set', 'blueberries, four punnets');
INSERT INTO sku_image (sku_id, position, url) VALUES
(90, 1, '/media/demo/blueberries.svg'),
(91, 1, '/media/demo/blueberries.svg'), (91, 2, '/media/demo/parcel-chilled.svg');
