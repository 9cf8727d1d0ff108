//! Measures saves where very many invoices stand under one customer: a till, or a marketplace. Of
//! every second one a receipt that names it is there; the others are owed.

use super::business::{self, BUSINESS, invoice_to, receipt};
use super::{SAVES, say, say_shares};
use books::Object;
use figures::KeptStore;
use std::path::Path;
use std::sync::Arc;
use std::time::{Duration, Instant};
use store::{Business, BusinessStore};
use store_sqlite::SqliteStore;

/// So many invoices the customer has.
const INVOICES: usize = 50_000;
/// The customer.
const CUSTOMER: usize = 0;

/// Makes the business in the folder, unless it is there, and saves documents in it.
pub fn measure(folder: &Path) {
    let data = folder.join("data");
    if !data.exists() {
        let invoices = (0..INVOICES).map(|number| invoice_to(CUSTOMER, number));
        let receipts = (0..INVOICES).step_by(2);
        let receipts = receipts.map(|number| receipt(CUSTOMER, number));
        business::write_documents(&data, &mut invoices.chain(receipts));
    }
    let inner: Arc<dyn BusinessStore> = Arc::new(SqliteStore::open(&data).unwrap());
    let business = KeptStore::new(inner).open(BUSINESS).unwrap();
    drop(business.read().unwrap());
    say("invoices of one customer", format_args!("{INVOICES}"));
    let owed = (0..SAVES).map(|number| 2 * number + 1);
    let receipts: Vec<Object> = owed.map(|number| receipt(CUSTOMER, number)).collect();
    saved(business.as_ref(), "receipt for one", &receipts);
    let new = INVOICES..INVOICES + SAVES;
    let new: Vec<Object> = new.map(|number| invoice_to(CUSTOMER, number)).collect();
    saved(business.as_ref(), "another invoice", &new);
}

/// Saves these one by one, says how long that took, and takes them away again together.
fn saved(business: &dyn Business, what: &str, objects: &[Object]) {
    let times = objects.iter().map(|object| {
        let begun = Instant::now();
        business::put(business, object);
        begun.elapsed()
    });
    let times: Vec<Duration> = times.collect();
    say_shares(what, times);
    business::delete(business, objects);
}
