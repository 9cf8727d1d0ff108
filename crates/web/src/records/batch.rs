//! Many records at once, out of a CSV file or cells pasted from a spreadsheet: new ones, and
//! changes of those that a column `Key` names.
//!
//! Every row goes through the form of its kind, so that a batch can do nothing that a form cannot:
//! accounts, customers and items are named by name or code, references are given, the lock date
//! holds. The preview does all of it in a unit of work that is never kept; only when no row has an
//! error can the batch be saved, and then all of it or nothing.
//!
//! - [`cells`]: text into rows of cells; [`columns`]: what each column fills; [`read`]: what a cell
//!   means; [`table`]: cells into what a form would have sent.
//! - [`existing`]: the records that there are as such a table, to be changed and brought back.
//! - [`run`]: trying and saving; [`page`]: the page with its preview.

mod cells;
mod columns;
mod existing;
mod page;
mod read;
mod run;
mod table;

pub(super) use page::{
    BATCH_BYTES_MAX, batch_page, preview_batch, records_as_table, save_batch, template,
};
