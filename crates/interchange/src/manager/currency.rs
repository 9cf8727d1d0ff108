//! The business's own currency, foreign ones, and rates between them.

use crate::kind_spec::{
    Certainty::{Confirmed, OneSource, Ours, RealFile},
    FieldSpec, Group, KindSpec, Shape,
};
use books::kinds;

/// BaseCurrency.
pub(crate) static BASE_CURRENCY: KindSpec = KindSpec::new(
    kinds::BASE_CURRENCY,
    "BaseCurrency",
    "base-currency",
    Group::Settings,
    &[
        FieldSpec::new(2, "Name", Shape::Text, Confirmed),
        FieldSpec::new(3, "Code", Shape::Text, Confirmed),
        FieldSpec::new(4, "Symbol", Shape::Text, RealFile),
        FieldSpec::new(5, "DecimalPlaces", Shape::Integer, OneSource),
    ],
)
.titled(&[2, 3])
.listed(&[3, 2, 4])
.single()
.with_form();

/// ForeignCurrency.
pub(crate) static FOREIGN_CURRENCY: KindSpec = KindSpec::new(
    kinds::FOREIGN_CURRENCY,
    "ForeignCurrency",
    "foreign-currencies",
    Group::Settings,
    &[
        FieldSpec::new(1, "Name", Shape::Text, Confirmed),
        FieldSpec::new(2, "Code", Shape::Text, Confirmed),
        FieldSpec::new(3, "Symbol", Shape::Text, RealFile),
        FieldSpec::new(4, "DecimalPlaces", Shape::Integer, OneSource),
        FieldSpec::new(6, "Inactive", Shape::Flag, OneSource),
    ],
)
.titled(&[1, 2])
.listed(&[2, 1, 3])
.with_form();

/// ExchangeRate.
pub(crate) static EXCHANGE_RATE: KindSpec = KindSpec::new(
    kinds::EXCHANGE_RATE,
    "ExchangeRate",
    "exchange-rates",
    Group::Settings,
    &[
        FieldSpec::new(1, "Date", Shape::Date, OneSource),
        FieldSpec::new(
            2,
            "Currency",
            Shape::Reference(&[kinds::FOREIGN_CURRENCY]),
            OneSource,
        ),
        FieldSpec::new(6, "Rate", Shape::Decimal, OneSource),
        FieldSpec::new(1001, "InverseRate", Shape::Decimal, Ours),
    ],
)
.listed(&[1, 2, 6])
.dated(1);
