//! Investments and what they were worth on a day.

use crate::kind_spec::{Certainty::OneSource, FieldSpec, Group, KindSpec, Shape};
use books::kinds;

/// Investment.
pub(crate) static INVESTMENT: KindSpec = KindSpec::new(
    kinds::INVESTMENT,
    "Investment",
    "investments",
    Group::Assets,
    &[
        FieldSpec::new(1, "Code", Shape::Text, OneSource),
        FieldSpec::new(2, "Name", Shape::Text, OneSource),
        FieldSpec::new(3, "Inactive", Shape::Flag, OneSource),
        FieldSpec::new(
            7,
            "ControlAccount",
            Shape::Reference(&[kinds::CONTROL_ACCOUNT_FOR_INVESTMENTS]),
            OneSource,
        ),
    ],
)
.titled(&[2, 1])
.listed(&[1, 2]);

/// InvestmentMarketPrice.
pub(crate) static INVESTMENT_MARKET_PRICE: KindSpec = KindSpec::new(
    kinds::INVESTMENT_MARKET_PRICE,
    "InvestmentMarketPrice",
    "investment-market-prices",
    Group::Assets,
    &[
        FieldSpec::new(1, "Date", Shape::Date, OneSource),
        FieldSpec::new(
            2,
            "Investment",
            Shape::Reference(&[kinds::INVESTMENT]),
            OneSource,
        ),
        FieldSpec::new(6, "Price", Shape::Decimal, OneSource),
    ],
)
.listed(&[1, 2, 6])
.dated(1);
