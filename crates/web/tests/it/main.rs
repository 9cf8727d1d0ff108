//! The pages as a browser sees them: the router driven request by request, on a real store in a
//! temporary folder.

mod backups;
mod businesses;
mod catalogue;
mod guard;
mod history;
mod imports;
mod world;
