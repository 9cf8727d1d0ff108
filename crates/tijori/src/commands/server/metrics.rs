//! Figures for those who watch over a server, in the text form of Prometheus: how many requests
//! were answered, how, and how fast. They are counted here and asked for at an address of their
//! own, which is off unless it is named: they are nobody's business but the operator's.

use axum::Router;
use axum::extract::{Request, State};
use axum::http::header;
use axum::middleware::Next;
use axum::response::{IntoResponse, Response};
use axum::routing::get;
use std::fmt::Write;
use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};
use std::time::{Instant, SystemTime, UNIX_EPOCH};

/// The upper ends of the classes of duration, in milliseconds.
const ENDS_MS: [u64; 8] = [5, 25, 100, 250, 500, 1_000, 5_000, 30_000];

/// What has been counted since the start.
#[derive(Debug, Default)]
pub struct Metrics {
    /// Answers by the first figure of their status.
    answers: [AtomicU64; 6],
    /// Answers by how long they took: not cumulated, the last place for those beyond all ends.
    durations: [AtomicU64; ENDS_MS.len() + 1],
    milliseconds: AtomicU64,
    in_progress: AtomicU64,
}

impl Metrics {
    fn count(&self, status: u16, milliseconds: u64) {
        let add = |counter: Option<&AtomicU64>, count| {
            if let Some(counter) = counter {
                counter.fetch_add(count, Ordering::Relaxed);
            }
        };
        add(self.answers.get(usize::from(status / 100)), 1);
        let place = ENDS_MS.iter().position(|end| milliseconds <= *end);
        add(self.durations.get(place.unwrap_or(ENDS_MS.len())), 1);
        self.milliseconds.fetch_add(milliseconds, Ordering::Relaxed);
    }

    /// The text that is scraped.
    fn exposition(&self, version: &str, started: u64) -> String {
        let of = |counter: &AtomicU64| counter.load(Ordering::Relaxed);
        let mut text = String::new();
        // Writing into a text cannot fail.
        let mut line = |words: std::fmt::Arguments<'_>| {
            let _ = writeln!(text, "{words}");
        };
        line(format_args!("# TYPE tijori_build_info gauge"));
        line(format_args!("tijori_build_info{{version=\"{version}\"}} 1"));
        line(format_args!("# TYPE process_start_time_seconds gauge"));
        line(format_args!("process_start_time_seconds {started}"));
        line(format_args!("# TYPE tijori_requests_in_progress gauge"));
        let in_progress = of(&self.in_progress);
        line(format_args!("tijori_requests_in_progress {in_progress}"));
        line(format_args!("# TYPE tijori_requests_total counter"));
        for (figure, counter) in self.answers.iter().enumerate().skip(1) {
            let count = of(counter);
            line(format_args!(
                "tijori_requests_total{{status=\"{figure}xx\"}} {count}"
            ));
        }
        line(format_args!("# TYPE tijori_request_seconds histogram"));
        let mut sum = 0;
        for (end, counter) in ENDS_MS.iter().zip(&self.durations) {
            sum += of(counter);
            let (seconds, rest) = (end / 1_000, end % 1_000);
            line(format_args!(
                "tijori_request_seconds_bucket{{le=\"{seconds}.{rest:03}\"}} {sum}"
            ));
        }
        sum += self.durations.last().map_or(0, of);
        line(format_args!(
            "tijori_request_seconds_bucket{{le=\"+Inf\"}} {sum}"
        ));
        let whole = of(&self.milliseconds);
        let (seconds, rest) = (whole / 1_000, whole % 1_000);
        line(format_args!(
            "tijori_request_seconds_sum {seconds}.{rest:03}"
        ));
        line(format_args!("tijori_request_seconds_count {sum}"));
        text
    }
}

/// Middleware: counts a request. Nothing of what was asked is kept.
pub async fn counted(
    State(metrics): State<Arc<Metrics>>,
    request: Request,
    next: Next,
) -> Response {
    /// Counts down also when whoever asked went away.
    struct InProgress(Arc<Metrics>);
    impl Drop for InProgress {
        fn drop(&mut self) {
            self.0.in_progress.fetch_sub(1, Ordering::Relaxed);
        }
    }
    metrics.in_progress.fetch_add(1, Ordering::Relaxed);
    let _in_progress = InProgress(metrics.clone());
    let begun = Instant::now();
    let response = next.run(request).await;
    let milliseconds = u64::try_from(begun.elapsed().as_millis()).unwrap_or(u64::MAX);
    metrics.count(response.status().as_u16(), milliseconds);
    response
}

/// What answers at the address of the figures.
pub fn router(metrics: Arc<Metrics>, version: &'static str) -> Router {
    let started = SystemTime::now()
        .duration_since(UNIX_EPOCH)
        .map_or(0, |since| since.as_secs());
    let show = move || {
        let text = metrics.exposition(version, started);
        let kind = "text/plain; version=0.0.4; charset=utf-8";
        async move { ([(header::CONTENT_TYPE, kind)], text).into_response() }
    };
    Router::new().route("/metrics", get(show))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_was_counted_stands_in_the_text() {
        let metrics = Metrics::default();
        metrics.count(200, 3);
        metrics.count(303, 80);
        metrics.count(500, 99_000);
        let text = metrics.exposition("0.1.0", 7);
        for line in [
            "tijori_build_info{version=\"0.1.0\"} 1",
            "process_start_time_seconds 7",
            "tijori_requests_total{status=\"2xx\"} 1",
            "tijori_requests_total{status=\"5xx\"} 1",
            "tijori_request_seconds_bucket{le=\"0.005\"} 1",
            "tijori_request_seconds_bucket{le=\"0.100\"} 2",
            "tijori_request_seconds_bucket{le=\"+Inf\"} 3",
            "tijori_request_seconds_sum 99.083",
            "tijori_request_seconds_count 3",
        ] {
            assert!(text.lines().any(|it| it == line), "{line} in {text}");
        }
    }
}
