//! Work that reads or writes a store, away from the threads that answer requests.

use crate::PageError;
use crate::access::current;
use crate::lasting;

/// Runs `work` on a thread that may wait for disks.
///
/// # Errors
/// Whatever `work` returned; [`PageError::internal`] when it stopped without an answer.
pub async fn blocking<T: Send + 'static>(
    work: impl FnOnce() -> Result<T, PageError> + Send + 'static,
) -> Result<T, PageError> {
    let current = current::get();
    let lasting = lasting::of_request();
    let work = move || {
        let _until_the_end = lasting;
        current::on_thread(current, work)
    };
    match tokio::task::spawn_blocking(work).await {
        Ok(answer) => answer,
        Err(error) => {
            tracing::error!(
                panicked = error.is_panic(),
                "work on a blocking thread stopped"
            );
            Err(PageError::internal())
        }
    }
}
