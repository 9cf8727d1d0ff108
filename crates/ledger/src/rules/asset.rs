//! What the rules for fixed and intangible assets share: where an asset's cost, what was used up
//! of it, and its end are posted.

use crate::place::{Place, Trouble, find_place};
use books::accounts::Holding;
use books::documents::Subledgers;
use books::{Books, Key, kinds};

/// The built-in accounts of one of the two kinds of asset.
#[derive(Debug, Clone, Copy)]
pub(super) struct AssetAccounts {
    is_intangible: bool,
    cost: Key,
    accumulated: Key,
    expense: Key,
    disposal: Key,
}

/// The accounts of fixed assets.
pub(super) const FIXED: AssetAccounts = AssetAccounts {
    is_intangible: false,
    cost: kinds::BALANCE_SHEET_FIXED_ASSETS_AT_COST_ACCOUNT,
    accumulated: kinds::BALANCE_SHEET_FIXED_ASSETS_ACCUMULATED_DEPRECIATION_ACCOUNT,
    expense: kinds::PROFIT_AND_LOSS_STATEMENT_ACCOUNT_FIXED_ASSET_DEPRECIATION,
    disposal: kinds::PROFIT_AND_LOSS_STATEMENT_ACCOUNT_FIXED_ASSET_LOSS_ON_DISPOSAL,
};

/// The accounts of intangible assets.
pub(super) const INTANGIBLE: AssetAccounts = AssetAccounts {
    is_intangible: true,
    cost: kinds::BALANCE_SHEET_INTANGIBLE_ASSETS_AT_COST_ACCOUNT,
    accumulated: kinds::BALANCE_SHEET_INTANGIBLE_ASSETS_ACCUMULATED_AMORTIZATION_ACCOUNT,
    expense: kinds::PROFIT_AND_LOSS_STATEMENT_ACCOUNT_INTANGIBLE_ASSETS_AMORTIZATION,
    disposal: kinds::PROFIT_AND_LOSS_STATEMENT_ACCOUNT_INTANGIBLE_ASSETS_GAINS_LOSS_ON_DISPOSAL,
};

impl AssetAccounts {
    /// Where the asset's cost stands.
    pub(super) fn cost(&self, books: &Books, asset: Option<Key>) -> Result<Place, Trouble> {
        self.under(books, self.cost, asset)
    }

    /// Where what was used up of its cost stands.
    pub(super) fn accumulated(&self, books: &Books, asset: Option<Key>) -> Result<Place, Trouble> {
        self.under(books, self.accumulated, asset)
    }

    /// Where what is used up goes: the asset's own account, else the built-in one.
    pub(super) fn expense(&self, asset: Option<&Holding>, books: &Books) -> Result<Place, Trouble> {
        let own = asset.and_then(|asset| asset.expense_account);
        plain(books, own.unwrap_or(self.expense))
    }

    /// Where what is left goes when the asset leaves: its own account, else the built-in one.
    pub(super) fn disposal(&self, own: Option<Key>, books: &Books) -> Result<Place, Trouble> {
        plain(books, own.unwrap_or(self.disposal))
    }

    fn under(&self, books: &Books, account: Key, asset: Option<Key>) -> Result<Place, Trouble> {
        let mut named = Subledgers::default();
        if self.is_intangible {
            named.intangible_asset = asset;
        } else {
            named.fixed_asset = asset;
        }
        find_place(books, Some(account), &named)
    }
}

fn plain(books: &Books, account: Key) -> Result<Place, Trouble> {
    find_place(books, Some(account), &Subledgers::default())
}
