-- 猪牛羊肉: products with their sizes. SPU n is of type (n - 1) % 6 + 1: the kinds grew side by side, so that
-- the newest goods are of every kind. Prices are in fen; stock comes from 60_stock.sql.

-- SPU 3: Sirloin Steak
INSERT INTO spu (id, created_at, updated_at) VALUES (3, UTC_TIMESTAMP(6) - INTERVAL 72 DAY, UTC_TIMESTAMP(6) - INTERVAL 72 DAY);
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
  UTC_TIMESTAMP(6) - INTERVAL 72 DAY, UTC_TIMESTAMP(6) - INTERVAL 72 DAY),
(6, 3, 3, 18800, 800, 'g', '/media/demo/steak.svg', 'on_sale',
  UTC_TIMESTAMP(6) - INTERVAL 72 DAY, UTC_TIMESTAMP(6) - INTERVAL 72 DAY);
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
