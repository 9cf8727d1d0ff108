//! What is kept in memory, under the contracts that everything else passes too.

use catalog::contract::{BlobGround, CatalogGround};
use catalog::{BlobStore, Catalog, CatalogError, MemoryBlobs, MemoryCatalog};
use std::sync::Arc;

/// A catalogue that outlives being let go of.
struct Ground(Arc<MemoryCatalog>);

impl CatalogGround for Ground {
    fn open(&self) -> Result<Arc<dyn Catalog>, CatalogError> {
        Ok(self.0.clone())
    }
}

struct Room(MemoryBlobs);

impl BlobGround for Room {
    fn blobs(&self) -> &dyn BlobStore {
        &self.0
    }
}

mod entries {
    catalog::catalog_contract_tests!(super::Ground(std::sync::Arc::default()));
}

mod blobs {
    catalog::blob_contract_tests!(super::Room(catalog::MemoryBlobs::default()));
}
