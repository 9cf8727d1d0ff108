//! Disposal of fixed and intangible assets (SPEC-posting.md, 23): what a document puts under an
//! asset that leaves the business leaves with it.
//!
//! Each document carries its own share of the end of an asset, so that what it posts follows from
//! itself and the asset alone.

use super::asset::{AssetAccounts, FIXED, INTANGIBLE};
use super::part::Part;
use crate::Posting;
use crate::arithmetic::{TooLarge, negated};
use crate::codes;
use crate::context::Context;
use crate::draft::Draft;
use crate::exchange::Exchange;
use crate::place::{Place, Trouble};
use books::accounts::Disposal;
use books::{Books, Key, kinds};

/// Posts what of this document leaves with assets that were disposed of.
pub(crate) fn post_disposals(context: &Context<'_>, draft: &mut Draft<'_>) -> Result<(), TooLarge> {
    let books = context.books;
    let postings = draft.postings().iter();
    let leaving: Vec<Posting> = postings
        .filter(|posting| end_of(books, posting).is_some())
        .cloned()
        .collect();
    let documents_date = draft.date;
    for posting in leaving {
        let Some((asset, accounts, disposal)) = end_of(books, &posting) else {
            continue;
        };
        let Some(end) = disposal.date else {
            let trouble = Trouble::with_record(codes::DISPOSAL_DATE_MISSING, asset);
            draft.name_gap(&trouble);
            continue;
        };
        // What comes after the end leaves on its own day.
        draft.date = end.max(posting.date);
        let here = Place {
            account: posting.account,
            subledger: posting.subledger,
            currency: None,
        };
        let sides = [
            (Ok(here), negated(posting.amount)),
            (accounts.disposal(disposal.account, books), posting.amount),
        ];
        for (place, amount) in sides {
            Part::new(place, amount)
                .like(&posting)
                .put(Exchange::BASE, draft)?;
        }
    }
    draft.date = documents_date;
    Ok(())
}

/// The asset under whose cost or used up cost this was posted, when it has an end.
fn end_of<'a>(books: &'a Books, posting: &Posting) -> Option<(Key, AssetAccounts, &'a Disposal)> {
    let asset = books.holdings.get(&posting.subledger?)?;
    let disposal = asset.disposal.as_ref()?;
    let accounts = match asset.kind {
        kinds::FIXED_ASSET => FIXED,
        kinds::INTANGIBLE_ASSET => INTANGIBLE,
        _ => return None,
    };
    let is_here = [
        accounts.cost(books, Some(asset.key)),
        accounts.accumulated(books, Some(asset.key)),
    ]
    .iter()
    .flatten()
    .any(|place| place.account == posting.account);
    is_here.then_some((asset.key, accounts, disposal))
}
