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
    // Zero is not written: a price that is absent says that the investment is worth nothing.
    let price = MarketPrice {
        key: object.key,
        date: values.date(1),
        investment: values.key(2),
        price: values.decimal(6).unwrap_or_default(),
    };
    books.market_prices.insert(object.key, price);
}
