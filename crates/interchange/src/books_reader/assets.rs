//! What happens to assets: depreciation, amortization, market prices.

use super::values::Values;
use books::accounts::MarketPrice;
use books::documents::{DepreciationEntry, DepreciationKind, DepreciationLine};
use books::{Books, Object, kinds};

pub(super) fn read_depreciation(books: &mut Books, object: &Object, values: &Values<'_>) {
    let kind = match object.content_type {
        kinds::AMORTIZATION_ENTRY => DepreciationKind::Amortization,
        _ => DepreciationKind::Depreciation,
    };
    let mut entry = DepreciationEntry {
        key: object.key,
        kind,
        date: values.date(1),
        reference: values.text(4),
        description: values.text(2),
        lines: values.each(3, read_line),
        unread: Vec::new(),
    };
    entry.unread = values.with_damage(Vec::new());
    books.depreciation_entries.insert(object.key, entry);
}

fn read_line(values: &Values<'_>) -> DepreciationLine {
    DepreciationLine {
        asset: values.key(1),
        amount: values.decimal(2),
        division: values.key(3),
    }
}

pub(super) fn read_market_price(books: &mut Books, object: &Object, values: &Values<'_>) {
    let (date, investment, price) = (values.date(1), values.key(2), values.decimal(6));
    if let (Some(date), Some(investment), Some(price)) = (date, investment, price) {
        let price = MarketPrice {
            key: object.key,
            date,
            investment,
            price,
        };
        books.market_prices.insert(object.key, price);
    }
}
