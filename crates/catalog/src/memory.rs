//! A catalogue and a place in memory: for tests, and for whoever wants to try something.

mod blobs;
mod entries;

pub use blobs::MemoryBlobs;
pub use entries::MemoryCatalog;
