//! Waiting for the storage. One that is frozen refuses nothing: whoever waits has a limit of its
//! own, by what it waits for, whatever a single request may take.

use super::S3Store;
use std::future::Future;
use std::time::Duration;

impl S3Store {
    /// Waits for an answer of the server, though not for one that is silent.
    pub(super) fn wait<T>(
        &self,
        answer: impl Future<Output = object_store::Result<T>>,
    ) -> Result<T, object_store::Error> {
        self.wait_within(self.limits.answer_timeout, answer)
    }

    /// The same for so many bytes that go up.
    pub(super) fn wait_for_put<T>(
        &self,
        bytes_count: usize,
        answer: impl Future<Output = object_store::Result<T>>,
    ) -> Result<T, object_store::Error> {
        let going_up = bytes_count as u64 / self.limits.put_bytes_s_min.max(1);
        let going_up = Duration::from_secs(going_up);
        self.wait_within(self.limits.answer_timeout + going_up, answer)
    }

    /// The same for what the server does by itself with many bytes.
    pub(super) fn wait_for_work<T>(
        &self,
        answer: impl Future<Output = object_store::Result<T>>,
    ) -> Result<T, object_store::Error> {
        let longest = self.limits.request_timeout.max(self.limits.answer_timeout);
        self.wait_within(longest, answer)
    }

    pub(super) fn wait_within<T>(
        &self,
        most: Duration,
        answer: impl Future<Output = object_store::Result<T>>,
    ) -> Result<T, object_store::Error> {
        match &self.runtime {
            Some(runtime) => runtime.block_on(async {
                match tokio::time::timeout(most, answer).await {
                    Ok(answer) => answer,
                    Err(elapsed) => Err(super::fault::silent(elapsed)),
                }
            }),
            None => Err(object_store::Error::NotImplemented {
                operation: "a request after the end".to_owned(),
                implementer: self.name.clone(),
            }),
        }
    }
}
