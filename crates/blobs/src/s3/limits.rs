//! How much is asked of the storage at once, and how patiently.

use std::time::Duration;

/// How much at once, and how patiently.
#[derive(Debug, Clone, Copy)]
pub struct S3Limits {
    /// Bytes of a part of an upload, which is held in memory, and the most that one read asks for,
    /// which is not. At least 5 MiB.
    pub part_bytes: usize,
    /// How long a connection may take to be made.
    pub connect_timeout: Duration,
    /// How long one request may take, its bytes included.
    pub request_timeout: Duration,
    /// How often a request is repeated.
    pub retries_count: usize,
    /// After how long it is repeated no more.
    pub retry_timeout: Duration,
    /// How long the server may be silent when it is asked, all repetitions included: until its
    /// answer begins, and between two pieces of one.
    pub answer_timeout: Duration,
    /// So many bytes go up in a second at least: by so much longer a put may take.
    pub put_bytes_s_min: u64,
}

impl S3Limits {
    /// For what somebody waits for at a page, on a server that lies near its storage.
    #[must_use]
    pub fn for_people() -> Self {
        Self {
            connect_timeout: Duration::from_secs(5),
            answer_timeout: Duration::from_secs(10),
            put_bytes_s_min: 1_000_000,
            ..Self::default()
        }
    }
}

impl Default for S3Limits {
    /// Patient enough for 16 MiB over 60 kB a second.
    fn default() -> Self {
        Self {
            part_bytes: 16 * 1024 * 1024,
            connect_timeout: Duration::from_secs(15),
            request_timeout: Duration::from_secs(300),
            retries_count: 4,
            retry_timeout: Duration::from_secs(120),
            answer_timeout: Duration::from_secs(60),
            put_bytes_s_min: 60_000,
        }
    }
}
