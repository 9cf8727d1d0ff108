//! Things that are bought and sold, with and without a stock.

use super::checks::nothing;
use crate::records::choices::Source;
use crate::records::form::{Form, FormField};
use books::kinds;

pub(super) static INVENTORY_ITEM: Form = Form {
    content_type: kinds::INVENTORY_ITEM,
    fields: &[
        FormField::new(1),
        FormField::new(11).needed("name-needed"),
        FormField::new(13).hinted("form-unit-name-hint"),
        FormField::new(3).flagged(32),
        FormField::new(2).flagged(31),
        FormField::record(12, Source::TaxCodes).flagged(30),
        FormField::new(4).flagged(29),
        FormField::record(1003, Source::Accounts).option(),
        FormField::record(1004, Source::Accounts).option(),
        FormField::new(1005),
        FormField::new(10),
    ],
    lines: None,
    check: nothing,
};

pub(super) static NON_INVENTORY_ITEM: Form = Form {
    content_type: kinds::NON_INVENTORY_ITEM,
    fields: &[
        FormField::new(1001),
        FormField::new(1).needed("name-needed"),
        FormField::new(1002).hinted("form-unit-name-hint"),
        FormField::new(1005),
        FormField::new(1006),
        FormField::record(1008, Source::TaxCodes),
        FormField::new(1007),
        FormField::record(1003, Source::Accounts),
        FormField::record(1004, Source::Accounts),
        FormField::new(1009),
    ],
    lines: None,
    check: nothing,
};
