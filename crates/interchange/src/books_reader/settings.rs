//! Settings: business details, currencies, rates, tax codes, the lock date.

use super::values::Values;
use books::settings::{Currency, ExchangeRate, LockDate, TaxCode, TaxComponent, TaxRate};
use books::{Books, Object, kinds};
use rust_decimal::Decimal;

pub(super) fn read_business_details(books: &mut Books, _: &Object, values: &Values<'_>) {
    books.business_name = values.text(1);
}

pub(super) fn read_base_currency(books: &mut Books, _: &Object, values: &Values<'_>) {
    let (name, code) = (values.text(2), values.text(3));
    books.base_currency = Currency::new(kinds::BASE_CURRENCY, &code, &name, values.integer(5));
}

pub(super) fn read_foreign_currency(books: &mut Books, object: &Object, values: &Values<'_>) {
    let (name, code) = (values.text(1), values.text(2));
    let currency = Currency::new(object.key, &code, &name, values.integer(4));
    books.foreign_currencies.insert(object.key, currency);
}

pub(super) fn read_exchange_rate(books: &mut Books, object: &Object, values: &Values<'_>) {
    let (date, currency, rate) = (values.date(1), values.key(2), values.decimal(6));
    if let (Some(date), Some(currency), Some(rate)) = (date, currency, rate) {
        let rate = ExchangeRate {
            key: object.key,
            date,
            currency,
            rate,
        };
        books.exchange_rates.insert(object.key, rate);
    }
}

pub(super) fn read_lock_date(books: &mut Books, _: &Object, values: &Values<'_>) {
    let locked = values.flag(2);
    books.lock_date = values.date(1).map(|date| LockDate { date, locked });
}

pub(super) fn read_tax_code(books: &mut Books, object: &Object, values: &Values<'_>) {
    let account = values.key(7);
    let rate = match values.integer(5) {
        None | Some(0) => TaxRate::Zero,
        Some(1) => TaxRate::Whole { account },
        Some(2) if values.integer(6).unwrap_or(0) == 1 => TaxRate::Custom(
            values
                .each(2, read_component)
                .into_iter()
                .filter(|component| !component.rate.is_zero())
                .collect(),
        ),
        Some(2) => TaxRate::Custom(vec![TaxComponent {
            name: values.text(1),
            rate: values.decimal(4).unwrap_or(Decimal::ZERO),
            account,
        }]),
        Some(other) => TaxRate::Unknown(other),
    };
    let code = TaxCode {
        key: object.key,
        name: values.text(1),
        rate,
        reverse_charged: values.flag(11),
    };
    books.tax_codes.insert(object.key, code);
}

fn read_component(values: &Values<'_>) -> TaxComponent {
    TaxComponent {
        name: values.text(1),
        rate: values.decimal(2).unwrap_or(Decimal::ZERO),
        account: values.key(4),
    }
}
