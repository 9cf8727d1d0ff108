//! What every face of the program (`web`, `portal`) answers alike over HTTP.
//!
//! - [`guard`]: which headers stand on every answer, and which requests are refused unread.
//! - [`visitor`]: in which language to answer, and what a browser's cookies say.
//! - [`preferences`], [`assets`]: the chooser of language and digits; the style sheet and script.
//! - [`disposition`]: the header that names a file to be saved; [`held_back`]: its bytes on their
//!   way; [`room`]: for how many at once; [`waiting`]: when to ask again.
//! - [`cookie`]: the cookies of someone who signs in; [`kept_form`]: what was typed, for a page
//!   that holds it.

pub mod assets;
pub mod cookie;
pub mod disposition;
pub mod guard;
pub mod held_back;
pub mod kept_form;
pub mod preferences;
pub mod room;
pub mod visitor;
pub mod waiting;
