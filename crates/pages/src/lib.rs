//! What every page shares: layout, the five languages, number and date display, forms.
//!
//! This crate knows how a page looks and how a number, a date or a sentence reads in each of the
//! five languages. It knows nothing of books, businesses as they are stored, or HTTP: the faces
//! (`web`, `portal`) hand it finished values and get [`Markup`] back.
//!
//! - [`languages`]: [`Language`], [`Locale`], the catalogues, and reading what people type.
//! - [`layout`]: the whole document around a page's body.
//! - [`forms`]: fields, errors beside them, tables of lines, confirmations.
//! - [`proof`]: the page that asks for the password before what is grave.
//! - [`tables`]: what lists and reports are laid out with.
//! - [`bidi`]: names and texts that users wrote, shown safely in either direction.
//! - [`qr_code`]: a text as a square that a camera reads.
//! - [`assets`]: the style sheet, the script and the icon, carried inside the program.

pub mod assets;
pub mod bidi;
pub mod forms;
pub mod icons;
pub mod languages;
pub mod layout;
pub mod proof;
pub mod qr_code;
pub mod tables;

pub use bidi::user_text;
pub use languages::{
    AmountError, Argument, DateError, DateOrder, DatePattern, Digits, Formats, Grouping, Groups,
    Language, Locale, NumberPattern,
};
pub use layout::{
    Account, Action, BusinessHead, Notice, NoticeKind, Page, Tab, error_page, render,
};
pub use maud::Markup;
