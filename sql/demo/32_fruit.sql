-- 新鲜水果: products with their sizes. SPU n is of type (n - 1) % 6 + 1: the kinds grew side by side, so that
-- the newest goods are of every kind. Prices are in fen; stock comes from 60_stock.sql.

-- SPU 2: Red Fuji Apples
INSERT INTO spu (id, created_at, updated_at) VALUES (2, UTC_TIMESTAMP(6) - INTERVAL 74 DAY, UTC_TIMESTAMP(6) - INTERVAL 74 DAY);
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
  UTC_TIMESTAMP(6) - INTERVAL 74 DAY, UTC_TIMESTAMP(6) - INTERVAL 74 DAY),
(4, 2, 2, 7980, 12, 'piece', '/media/demo/apples.svg', 'on_sale',
  UTC_TIMESTAMP(6) - INTERVAL 74 DAY, UTC_TIMESTAMP(6) - INTERVAL 74 DAY);
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
