//! Accounts and their groups.

use super::checks::nothing;
use crate::records::choices::Source;
use crate::records::form::{Form, FormField};
use books::kinds;

pub(super) static BALANCE_SHEET_ACCOUNT: Form = Form {
    content_type: kinds::BALANCE_SHEET_ACCOUNT,
    fields: &[
        FormField::new(1).needed("name-needed"),
        FormField::new(17),
        FormField::record(3, Source::BalanceSheetGroups).needed("group-needed"),
        FormField::new(19),
    ],
    lines: None,
    check: nothing,
};

pub(super) static PROFIT_AND_LOSS_ACCOUNT: Form = Form {
    content_type: kinds::PROFIT_AND_LOSS_STATEMENT_ACCOUNT,
    fields: &[
        FormField::new(1).needed("name-needed"),
        FormField::new(11),
        FormField::record(3, Source::ProfitAndLossGroups).needed("group-needed"),
        FormField::new(12),
    ],
    lines: None,
    check: nothing,
};

pub(super) static BALANCE_SHEET_GROUP: Form = Form {
    content_type: kinds::BALANCE_SHEET_GROUP,
    fields: &[
        FormField::new(1).needed("name-needed"),
        FormField::record(3, Source::BalanceSheetGroups).needed("group-needed"),
    ],
    lines: None,
    check: nothing,
};

pub(super) static PROFIT_AND_LOSS_GROUP: Form = Form {
    content_type: kinds::PROFIT_AND_LOSS_STATEMENT_GROUP,
    fields: &[
        FormField::new(1).needed("name-needed"),
        FormField::new(6),
        FormField::record(3, Source::ProfitAndLossGroups),
    ],
    lines: None,
    check: nothing,
};
