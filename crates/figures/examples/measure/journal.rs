//! The same books in the plain text that `ledger` and `hledger` read.

use super::business::{ACCOUNTS, CUSTOMERS, amount, cents_of, day_of};
use std::fs::File;
use std::io::{BufWriter, Write};
use std::path::Path;

/// Writes one entry of three postings for each invoice.
pub fn write(path: &Path, invoices: usize) {
    let mut file = BufWriter::new(File::create(path).unwrap());
    for number in 0..invoices {
        let net = cents_of(number);
        let tax = (net * 20 + 50) / 100;
        let date = day_of(number).strftime("%Y/%m/%d");
        write!(
            file,
            "{date} INV-{number:07}\n  Receivable:Customer {}  EUR {}\n  \
             Income:Income {}  EUR -{}\n  Tax payable  EUR -{}\n\n",
            number % CUSTOMERS,
            amount(net + tax),
            number % ACCOUNTS,
            amount(net),
            amount(tax),
        )
        .unwrap();
    }
    file.flush().unwrap();
}
