//! How much a file from outside may cost, before it is refused with a plain sentence.

const MIB: u64 = 1024 * 1024;
const GIB: u64 = 1024 * MIB;

/// Bounds on one opened file. The defaults are those of a desktop computer; a server may set
/// others.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Limits {
    /// Longest file as given, in bytes.
    pub file_bytes_max: u64,
    /// Longest database after decompression, in bytes.
    pub decoded_bytes_max: u64,
    /// Longest single value, in bytes. SQLite counts in 31 bits: more has no effect.
    pub value_bytes_max: u64,
    /// Most rows of all tables together.
    pub rows_count_max: u64,
    /// Most tables, indexes and other entries of the schema.
    pub schema_entries_count_max: u64,
    /// Highest ratio of decompressed to compressed bytes …
    pub ratio_max: u64,
    /// … once more than this many bytes have come out.
    pub ratio_free_bytes: u64,
    /// Largest Zstandard window, as a power of two (27 is 128 MiB).
    pub zstandard_window_log_max: u32,
    /// Highest cost of trying a passphrase, as log2 of scrypt's N: 18 takes a second and 256 MiB,
    /// 20 takes four times both.
    pub work_factor_max: u8,
    /// Steps of SQLite's machine that the checks of the database may take …
    pub check_steps: u64,
    /// … and so many more for every MiB of database. Work is counted and not time, so that a slow
    /// or busy computer does not refuse what a fast one reads.
    pub check_steps_per_mib: u64,
}

impl Default for Limits {
    fn default() -> Self {
        Self {
            file_bytes_max: 4 * GIB,
            decoded_bytes_max: 8 * GIB,
            value_bytes_max: 512 * MIB,
            rows_count_max: 5_000_000,
            schema_entries_count_max: 64,
            ratio_max: 200,
            ratio_free_bytes: 64 * MIB,
            zstandard_window_log_max: 27,
            work_factor_max: 20,
            check_steps: 100_000_000,
            check_steps_per_mib: 5_000_000,
        }
    }
}

impl Limits {
    /// Those of a computer that works for many people at once.
    #[must_use]
    pub fn of_a_server() -> Self {
        Self {
            work_factor_max: 18,
            ..Self::default()
        }
    }

    /// Those of a file that was made here and is only proved: it is as large as the business, and
    /// nobody made it to do harm.
    #[must_use]
    pub fn of_our_own() -> Self {
        Self {
            file_bytes_max: u64::MAX,
            decoded_bytes_max: u64::MAX,
            rows_count_max: u64::MAX,
            ratio_max: u64::MAX,
            ..Self::default()
        }
    }

    /// The same for files of this length, in bytes, which may unpack to twice as much. Rows grow
    /// with it, from the usual number on.
    #[must_use]
    pub fn for_files_of(self, file_bytes: u64) -> Self {
        let usual = Self::default();
        let times = file_bytes.div_ceil(usual.file_bytes_max).max(1);
        Self {
            file_bytes_max: file_bytes,
            decoded_bytes_max: file_bytes.saturating_mul(2).max(MIB),
            rows_count_max: usual.rows_count_max.saturating_mul(times),
            ..self
        }
    }

    /// Steps for the checks of a database of this many bytes.
    pub(super) const fn check_steps_for(&self, bytes_count: u64) -> u64 {
        let more = self.check_steps_per_mib.saturating_mul(bytes_count / MIB);
        self.check_steps.saturating_add(more)
    }
}
