//! Keeps bytes in a bucket of S3-compatible storage.
//!
//! Uploads go in parts with SHA-256 checksums and are aborted on any failure; reading goes in
//! ranges, so that every request is short, has a time limit and can be repeated, and the bytes of a
//! range are handed on as they come. No conditional request is relied upon, because servers do not
//! agree on them: keys are unique, and what was put is asked back. The runtime that the client
//! needs lives in here; nobody outside awaits anything.

mod fault;
mod limits;
mod reading;
mod waiting;

pub use limits::S3Limits;

use catalog::{BlobError, BlobInfo, BlobKey, BlobStore, S3Place, Stored};
use futures_util::TryStreamExt;
use jiff::Timestamp;
use object_store::aws::{AmazonS3, AmazonS3Builder, Checksum};
use object_store::path::Path;
use object_store::{
    BackoffConfig, ClientOptions, MultipartUpload, ObjectMeta, ObjectStore, ObjectStoreExt,
    PutPayload, RetryConfig,
};
use sha2::{Digest, Sha256};
use std::io::{Read, Write};
use std::ops::Range;
use std::sync::Once;
use std::time::Duration;
use tokio::runtime::{Builder, Runtime};

/// The most bytes that a server copies by itself; more are read and put again.
const COPY_BYTES_MAX: u64 = 5_000_000_000;

/// How long aborting an upload may take.
const ABORT_WAIT: Duration = Duration::from_secs(3);

/// Keeps bytes in a bucket.
pub struct S3Store {
    name: String,
    prefix: String,
    client: AmazonS3,
    limits: S3Limits,
    /// None only while it is being dropped.
    runtime: Option<Runtime>,
}

impl Drop for S3Store {
    fn drop(&mut self) {
        // A runtime that waits for its end must not be dropped by an asynchronous caller.
        if let Some(runtime) = self.runtime.take() {
            runtime.shutdown_background();
        }
    }
}

impl S3Store {
    /// The client of a bucket. Nobody is asked anything yet.
    ///
    /// # Errors
    /// [`BlobError::BadSettings`].
    pub fn new(place: &S3Place, secret: &str, limits: S3Limits) -> Result<Self, BlobError> {
        let name = catalog::PlaceKind::S3(place.clone()).address();
        let bad = |reason: &str| BlobError::BadSettings {
            place: name.clone(),
            reason: reason.to_owned(),
        };
        if place.bucket.is_empty() {
            return Err(bad("no bucket is named"));
        }
        // Without keys the client would look for some in the environment of this computer.
        if place.access_key_id.is_empty() || secret.is_empty() {
            return Err(bad("the access key id or the secret access key is missing"));
        }
        let prefix = match place.prefix.trim_matches('/') {
            "" => String::new(),
            prefix => format!("{prefix}/"),
        };
        if Path::parse(&prefix).is_err() {
            return Err(bad("the prefix holds what no key may hold"));
        }
        trust_once();
        let client = client(place, secret, limits).map_err(|error| bad(&error.to_string()))?;
        let runtime = Builder::new_current_thread()
            .enable_all()
            .build()
            .map_err(|error| bad(&error.to_string()))?;
        Ok(Self {
            name,
            prefix,
            client,
            limits,
            runtime: Some(runtime),
        })
    }

    fn path_of(&self, key: &BlobKey) -> Path {
        Path::from(format!("{}{key}", self.prefix))
    }

    fn fault(&self, key: &BlobKey, error: &object_store::Error) -> BlobError {
        fault::told(&self.name, Some(key), error)
    }

    /// Fills a buffer from the source as far as there is something.
    fn fill(&self, source: &mut dyn Read) -> Result<Vec<u8>, BlobError> {
        let mut buffer = Vec::new();
        let most = self.limits.part_bytes as u64;
        match source.take(most).read_to_end(&mut buffer) {
            Ok(_) => Ok(buffer),
            Err(error) => Err(BlobError::Stopped {
                place: self.name.clone(),
                reason: error.to_string(),
            }),
        }
    }

    /// Puts bytes that are more than one part; `first` is the first one.
    fn put_parts(
        &self,
        key: &BlobKey,
        first: Vec<u8>,
        source: &mut dyn Read,
    ) -> Result<Sums, BlobError> {
        let path = self.path_of(key);
        let begun = self.wait(self.client.put_multipart(&path));
        let mut upload = begun.map_err(|error| self.fault(key, &error))?;
        let done = self.put_all_parts(key, upload.as_mut(), first, source);
        if done.is_err() {
            // What cannot be aborted either is invisible, and the server's own rules remove it.
            let _ = self.wait_within(ABORT_WAIT, upload.abort());
        }
        done
    }

    fn put_all_parts(
        &self,
        key: &BlobKey,
        upload: &mut dyn MultipartUpload,
        first: Vec<u8>,
        source: &mut dyn Read,
    ) -> Result<Sums, BlobError> {
        let mut sums = Sums::default();
        let mut part = first;
        while !part.is_empty() {
            sums.add(&part);
            // A part that is not full is the last one.
            let is_last = part.len() < self.limits.part_bytes;
            self.wait_for_put(part.len(), upload.put_part(part.into()))
                .map_err(|error| self.fault(key, &error))?;
            if is_last {
                break;
            }
            part = self.fill(source)?;
        }
        self.wait_for_work(upload.complete())
            .map_err(|error| self.fault(key, &error))?;
        Ok(sums)
    }

    /// Asks the length back and reads the last part again.
    fn look_back(&self, key: &BlobKey, sums: &Sums) -> Result<(), BlobError> {
        let differs = || BlobError::Differs {
            place: self.name.clone(),
            key: key.clone(),
        };
        let found = self.head(key)?.ok_or_else(differs)?;
        if found.bytes_count != sums.bytes_count {
            return Err(differs());
        }
        let start = sums.bytes_count - sums.last_bytes_count;
        let mut tail = Vec::new();
        self.get(key, Some(start..sums.bytes_count), &mut tail)?;
        let digest: [u8; 32] = Sha256::digest(&tail).into();
        if digest != sums.last_sha256 {
            return Err(differs());
        }
        Ok(())
    }
}

/// What went up, summed on the way.
#[derive(Default)]
struct Sums {
    whole: Sha256,
    bytes_count: u64,
    last_bytes_count: u64,
    last_sha256: [u8; 32],
}

impl Sums {
    fn add(&mut self, part: &[u8]) {
        self.whole.update(part);
        self.bytes_count += part.len() as u64;
        self.last_bytes_count = part.len() as u64;
        self.last_sha256 = Sha256::digest(part).into();
    }
}

fn client(
    place: &S3Place,
    secret: &str,
    limits: S3Limits,
) -> Result<AmazonS3, object_store::Error> {
    let options = ClientOptions::new()
        .with_connect_timeout(limits.connect_timeout)
        .with_timeout(limits.request_timeout);
    let retry = RetryConfig {
        backoff: BackoffConfig::default(),
        max_retries: limits.retries_count,
        retry_timeout: limits.retry_timeout,
    };
    let region = match place.region.as_str() {
        "" => "us-east-1",
        region => region,
    };
    let mut builder = AmazonS3Builder::new()
        .with_client_options(options)
        .with_retry(retry)
        .with_region(region)
        .with_bucket_name(&place.bucket)
        .with_access_key_id(&place.access_key_id)
        .with_secret_access_key(secret)
        .with_virtual_hosted_style_request(!place.is_path_style)
        .with_checksum_algorithm(Checksum::SHA256);
    if !place.endpoint.is_empty() {
        let is_plain = place.endpoint.starts_with("http://");
        builder = builder
            .with_endpoint(place.endpoint.trim_end_matches('/'))
            // Only who writes http:// gets it: for storage on this computer or in this house.
            .with_allow_http(is_plain);
    }
    builder.build()
}

/// The code that TLS is made of is chosen once for the whole program.
fn trust_once() {
    static ONCE: Once = Once::new();
    ONCE.call_once(|| {
        // Somebody may have chosen before; that choice holds then.
        let _ = rustls::crypto::ring::default_provider().install_default();
    });
}

fn info(key: BlobKey, meta: &ObjectMeta) -> BlobInfo {
    BlobInfo {
        key,
        bytes_count: meta.size,
        modified_at: Timestamp::from_second(meta.last_modified.timestamp()).ok(),
    }
}

impl BlobStore for S3Store {
    fn prepare(&self) -> Result<(), BlobError> {
        let failed = |reason: String| BlobError::Failed {
            place: self.name.clone(),
            reason,
        };
        let random = crate::random_name().map_err(|error| failed(error.to_string()))?;
        let name = format!("probe-{random}").parse::<BlobKey>();
        let key = name.map_err(|error| failed(error.to_string()))?;
        let put = self.put(&key, &mut random.as_bytes());
        let listed = put.and_then(|_| self.list(key.as_str()));
        self.delete(&key)?;
        if listed?.len() != 1 {
            return Err(failed("what was put there is not listed".to_owned()));
        }
        Ok(())
    }

    fn put(&self, key: &BlobKey, source: &mut dyn Read) -> Result<Stored, BlobError> {
        if self.head(key)?.is_some() {
            return Err(BlobError::Exists {
                place: self.name.clone(),
                key: key.clone(),
            });
        }
        let first = self.fill(source)?;
        let sums = if first.len() < self.limits.part_bytes {
            let mut sums = Sums::default();
            sums.add(&first);
            let path = self.path_of(key);
            self.wait_for_put(first.len(), self.client.put(&path, PutPayload::from(first)))
                .map_err(|error| self.fault(key, &error))?;
            sums
        } else {
            self.put_parts(key, first, source)?
        };
        if let Err(error) = self.look_back(key, &sums) {
            // What cannot be shown to be whole must not be found by anybody.
            let _ = self.delete(key);
            return Err(error);
        }
        Ok(Stored {
            bytes_count: sums.bytes_count,
            sha256: sums.whole.finalize().into(),
        })
    }

    fn get(
        &self,
        key: &BlobKey,
        range: Option<Range<u64>>,
        sink: &mut dyn Write,
    ) -> Result<u64, BlobError> {
        let not_found = || BlobError::NotFound {
            place: self.name.clone(),
            key: key.clone(),
        };
        let range = match range {
            Some(range) => range,
            None => 0..self.head(key)?.ok_or_else(not_found)?.bytes_count,
        };
        self.read(key, range.clone(), sink)?;
        Ok(range.end.saturating_sub(range.start))
    }

    fn head(&self, key: &BlobKey) -> Result<Option<BlobInfo>, BlobError> {
        let path = self.path_of(key);
        match self.wait(self.client.head(&path)) {
            Ok(meta) => Ok(Some(info(key.clone(), &meta))),
            Err(object_store::Error::NotFound { .. }) => Ok(None),
            Err(error) => Err(self.fault(key, &error)),
        }
    }

    fn list(&self, prefix: &str) -> Result<Vec<BlobInfo>, BlobError> {
        // The client knows whole parts of keys only; the rest of the prefix is compared here.
        let (folder, _) = prefix.rsplit_once('/').unwrap_or_default();
        let path = Path::from(format!("{}{folder}", self.prefix));
        let metas: Vec<ObjectMeta> = self
            .wait(self.client.list(Some(&path)).try_collect())
            .map_err(|error| fault::told(&self.name, None, &error))?;
        let mut found: Vec<BlobInfo> = metas
            .iter()
            .filter_map(|meta| {
                let text = meta.location.as_ref().strip_prefix(&self.prefix)?;
                let key: BlobKey = text.parse().ok()?;
                text.starts_with(prefix).then(|| info(key, meta))
            })
            .collect();
        found.sort_by(|a, b| a.key.cmp(&b.key));
        Ok(found)
    }

    fn move_to(&self, from: &BlobKey, to: &BlobKey) -> Result<(), BlobError> {
        let source = self.head(from)?.ok_or_else(|| BlobError::NotFound {
            place: self.name.clone(),
            key: from.clone(),
        })?;
        if self.head(to)?.is_some() {
            return Err(BlobError::Exists {
                place: self.name.clone(),
                key: to.clone(),
            });
        }
        if source.bytes_count > COPY_BYTES_MAX {
            self.put(to, &mut Pieces::of(self, &source))?;
        } else {
            let (source, target) = (self.path_of(from), self.path_of(to));
            self.wait_for_work(self.client.copy(&source, &target))
                .map_err(|error| self.fault(from, &error))?;
        }
        if self.head(to)?.map(|found| found.bytes_count) != Some(source.bytes_count) {
            return Err(BlobError::Differs {
                place: self.name.clone(),
                key: to.clone(),
            });
        }
        self.delete(from)
    }

    fn delete(&self, key: &BlobKey) -> Result<(), BlobError> {
        let path = self.path_of(key);
        match self.wait(self.client.delete(&path)) {
            Ok(()) | Err(object_store::Error::NotFound { .. }) => Ok(()),
            Err(error) => Err(self.fault(key, &error)),
        }
    }
}

/// Bytes in the bucket as a source, one piece in memory at a time.
struct Pieces<'a> {
    store: &'a S3Store,
    key: BlobKey,
    at: u64,
    end: u64,
    piece: std::io::Cursor<Vec<u8>>,
}

impl<'a> Pieces<'a> {
    fn of(store: &'a S3Store, info: &BlobInfo) -> Self {
        Self {
            store,
            key: info.key.clone(),
            at: 0,
            end: info.bytes_count,
            piece: std::io::Cursor::default(),
        }
    }
}

impl Read for Pieces<'_> {
    fn read(&mut self, into: &mut [u8]) -> std::io::Result<usize> {
        let count = self.piece.read(into)?;
        if count > 0 || self.at >= self.end {
            return Ok(count);
        }
        let next = self.end.min(self.at + self.store.limits.part_bytes as u64);
        let mut piece = Vec::new();
        self.store
            .get(&self.key, Some(self.at..next), &mut piece)
            .map_err(std::io::Error::other)?;
        self.at = next;
        self.piece = std::io::Cursor::new(piece);
        self.piece.read(into)
    }
}
