# SPDX-License-Identifier: MIT
"""Documents in the shapes of the API's contract, for the fake shop to answer with."""

from fake_shop import Reply


def sku(number=7, **changes):
    return {"id": number, "spu_id": 3, "type_id": 2, "name": f"红富士苹果 {number}", "summary": "Crisp and sweet",
            "price": 1290, "currency": "CNY", "unit": "500g", "net": {"amount": 500, "unit": "g"},
            "unit_price": {"amount": 1290, "per": 500, "unit": "g"}, "image": "/i/apple.svg",
            "availability": "low", "stock": 3, "search_key": "hongfushi hfs", **changes}


def address(number=3, **changes):
    return {"id": number, "receiver": "林小满", "region": "上海市徐汇区", "region_code": "310104", "detail": "衡山路1号",
            "zip_code": "200031", "phone": "13800000000", "is_default": True, **changes}


ORDER_ID = "145870021943296"


def order(status="pending_payment", payment_status="unpaid", **changes):
    line = {"sku_id": 7, "name": "红富士苹果", "image": "/i/apple.svg", "unit": "500g", "price": 1290, "quantity": 2,
            "amount": 2580, "reviewed": False}
    return {"id": ORDER_ID, "status": status, "payment_status": payment_status, "pay_method": "alipay",
            "lines": [line], "goods_amount": 2580, "discount_amount": 0, "shipping_amount": 1000,
            "payable_amount": 3580, "currency": "CNY", "address": address(), "delivery": {}, "note": "",
            "created_at": "2026-11-22T03:04:05.678Z", "pay_before": "2026-11-22T03:34:05.678Z",
            "history": [{"status": status, "at": "2026-11-22T03:04:05.678Z", "by": "shopper"}], "shipments": [],
            "refunds": [], "actions": ["pay", "cancel"], **changes}


def payment(**changes):
    return {"id": "145870021943300", "order_id": ORDER_ID, "method": "alipay", "status": "pending", "amount": 3580,
            "currency": "CNY", "pay_url": "http://pay.example/gateway.do?sign=x", "qr_code": None,
            "expires_at": "2026-11-22T03:34:05.678Z", **changes}


def numbered_pages(total, make=sku):
    """GET /skus over so many goods, in numbered pages with their Link headers."""
    def answer(request):
        page, size = int(request.query.get("page", 1)), int(request.query.get("per_page", 20))
        items = [make(n) for n in range((page - 1) * size + 1, min(page * size, total) + 1)]
        link = f'<{request.path}?per_page={size}&page=1>; rel="first"'
        if page * size < total:
            link += f', <{request.path}?per_page={size}&page={page + 1}>; rel="next"'
        return Reply(200, {"items": items, "page": page, "per_page": size, "total": total}, {"Link": link})
    return answer


def cursor_pages(total, make):
    """A list that goes on from a cursor."""
    def answer(request):
        start, size = int(request.query.get("cursor", "c0")[1:]), int(request.query.get("limit", 20))
        end = min(start + size, total)
        doc = {"items": [make(n) for n in range(start, end)], "next": f"c{end}" if end < total else None}
        link = {"Link": f'<{request.path}?limit={size}&cursor=c{end}>; rel="next"'} if end < total else {}
        return Reply(200, doc, link)
    return answer
