//! The line to the database: a question goes out, and whoever asked waits for the answer, though
//! not for ever (docs/SPEC-cloud.md, 2.16).
//!
//! A server that works on a long statement is not a silent one. So nobody who waits looks at the
//! clock alone: while no answer comes, another connection finds out again and again whether anybody
//! is there at all.

use crate::place::told;
use crate::pulse::Pulse;
use std::future::{Future, poll_fn};
use std::pin::{Pin, pin};
use std::task::{Context, Poll};
use std::time::{Duration, Instant};
use tokio::runtime::{Builder, Runtime};
use tokio::time::timeout;
use tokio_postgres::{Client, Error};

/// How long nothing is thought of an answer that does not come.
const LISTEN: Duration = Duration::from_secs(5);
/// How long one answer is waited for though the server is there: what is long has many.
const ANSWER_WAIT_MAX: Duration = Duration::from_secs(30 * 60);
/// How long saying farewell may take.
const FAREWELL_WAIT: Duration = Duration::from_millis(200);

/// Why a connection could not be made or used, with what lies below it: whether it was the network,
/// the password, or the certificate stands only there.
#[derive(Debug, thiserror::Error)]
pub enum Fault {
    /// The database or the way to it said so.
    #[error("{}", told(.0))]
    Told(#[from] Error),
    /// The connection is there, and nobody answers.
    #[error("the database did not answer in time")]
    Silent,
    /// The system gave no runtime for a connection.
    #[error("a connection could not be begun: {0}")]
    NotBegun(#[from] std::io::Error),
}

/// What carries questions and answers while somebody waits for them; it ends with the connection.
pub type Carrier = Pin<Box<dyn Future<Output = Result<(), Error>> + Send>>;

/// A connection that is there.
pub struct Line {
    runtime: Runtime,
    client: Client,
    /// None once the connection has ended.
    carrier: Option<Carrier>,
}

impl Line {
    /// Makes a connection in so much time, everything that has to be said before the first question
    /// included.
    ///
    /// # Errors
    /// When nobody answers, or who answers is not who was called.
    pub fn make(
        connecting: impl Future<Output = Result<(Client, Carrier), Error>>,
        wait: Duration,
    ) -> Result<Self, Fault> {
        let runtime = Builder::new_current_thread().enable_all().build()?;
        let made = runtime.block_on(async { timeout(wait, connecting).await });
        let (client, carrier) = made.map_err(|_| Fault::Silent)??;
        Ok(Self {
            runtime,
            client,
            carrier: Some(carrier),
        })
    }

    /// Whether it has ended.
    pub fn is_closed(&self) -> bool {
        self.carrier.is_none() || self.client.is_closed()
    }

    /// Asks, and waits for the answer for as long as somebody is there. After [`Fault::Silent`] the
    /// answer may still come, so that the line is of no more use.
    ///
    /// # Errors
    /// What the database says; [`Fault::Silent`] when nobody answers.
    pub fn ask<T>(
        &mut self,
        pulse: &Pulse,
        question: impl AsyncFnOnce(&Client) -> Result<T, Error>,
    ) -> Result<T, Fault> {
        let begun = Instant::now();
        self.ask_while(LISTEN, question, || {
            begun.elapsed() < ANSWER_WAIT_MAX && pulse.is_felt()
        })
    }

    /// Whether an answer comes in so much time.
    ///
    /// # Errors
    /// As above.
    pub fn test(&mut self, wait: Duration) -> Result<(), Fault> {
        self.ask_while(wait, Client::check_connection, || false)
    }

    fn ask_while<T>(
        &mut self,
        listen: Duration,
        question: impl AsyncFnOnce(&Client) -> Result<T, Error>,
        goes_on: impl Fn() -> bool,
    ) -> Result<T, Fault> {
        let carrier = &mut self.carrier;
        let mut question = pin!(question(&self.client));
        loop {
            let answer = poll_fn(|context| {
                carry(carrier, context)?;
                question.as_mut().poll(context)
            });
            match self
                .runtime
                .block_on(async { timeout(listen, answer).await })
            {
                Ok(answer) => return Ok(answer?),
                Err(_) if goes_on() => {}
                Err(_) => return Err(Fault::Silent),
            }
        }
    }

    /// Tells the server that this is the end, when that takes no time.
    pub fn farewell(self) {
        drop(self.client);
        if let Some(carrier) = self.carrier {
            // It is the end whether or not anybody heard of it.
            let _ = self
                .runtime
                .block_on(async { timeout(FAREWELL_WAIT, carrier).await });
        }
    }
}

/// Carries what there is to be carried. A line that ended is let go of, and whoever asks is told.
fn carry(carrier: &mut Option<Carrier>, context: &mut Context<'_>) -> Result<(), Error> {
    let Some(carrying) = carrier else {
        return Ok(());
    };
    match carrying.as_mut().poll(context) {
        Poll::Pending => Ok(()),
        Poll::Ready(ended) => {
            *carrier = None;
            ended
        }
    }
}
