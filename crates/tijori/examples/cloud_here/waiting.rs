//! Waiting for the end: a person presses Ctrl+C, a test closes our standard input.

use std::error::Error;
use std::io::{BufRead, Write};
use testkit::postgres_server::PostgresServer;
use tokio::runtime::Runtime;
use tokio::signal::unix::{Signal, SignalKind, signal};

/// How the end is told.
pub enum End {
    /// By a signal.
    Signals(Runtime, [Signal; 3]),
    /// By the end of our standard input.
    Input,
}

impl End {
    /// Listens for signals from now on. Made before anything is started: whoever presses Ctrl+C
    /// while it starts would otherwise leave folders behind.
    pub fn by_signal() -> Result<Self, Box<dyn Error>> {
        let runtime = tokio::runtime::Builder::new_current_thread()
            .enable_all()
            .build()?;
        let inside = runtime.enter();
        let signals = [
            signal(SignalKind::interrupt())?,
            signal(SignalKind::terminate())?,
            signal(SignalKind::hangup())?,
        ];
        drop(inside);
        Ok(Self::Signals(runtime, signals))
    }

    /// Returns when it is to end. Words that tests write are followed meanwhile.
    pub fn wait(self, postgres: &PostgresServer) -> Result<(), Box<dyn Error>> {
        let Self::Signals(runtime, [mut pressed, mut term, mut hang_up]) = self else {
            return follow(postgres);
        };
        runtime.block_on(async {
            tokio::select! {
                _ = pressed.recv() => {}
                _ = term.recv() => {}
                _ = hang_up.recv() => {}
            }
        });
        Ok(())
    }
}

/// Follows a word to the line, and answers each with `done`.
fn follow(postgres: &PostgresServer) -> Result<(), Box<dyn Error>> {
    for line in std::io::stdin().lock().lines() {
        match line?.trim() {
            "stop" => postgres.stop()?,
            "start" => postgres.start_again()?,
            other => return Err(format!("“{other}” means nothing here.").into()),
        }
        let mut screen = std::io::stdout().lock();
        writeln!(screen, "done")?;
        screen.flush()?;
    }
    Ok(())
}
