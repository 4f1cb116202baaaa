use std::hint::black_box;
use std::time::Duration;

use criterion::{criterion_group, criterion_main, BenchmarkId, Criterion, Throughput};
use tally::{least, Tally};

fn counting(criterion: &mut Criterion) {
    criterion.bench_function("least", |bencher| {
        bencher.iter(|| least(black_box(1), black_box(2)))
    });
    criterion.bench_function("least of two floating-point numbers", |bencher| {
        bencher.iter(|| least(black_box(1.5), black_box(0.5)))
    });

    let votes = 10u64;
    let mut tally = Tally::default();
    for vote in 0..votes {
        tally.vote(if vote % 3 == 0 { "ada" } else { "bob" });
    }
    let mut group = criterion.benchmark_group("winner");
    group.throughput(Throughput::Elements(votes));
    group.bench_with_input(BenchmarkId::new("of", votes), &tally, |bencher, tally| {
        bencher.iter(|| black_box(tally).winner().map(str::len))
    });
    group.finish();
}

criterion_group! {
    name = benches;
    config = Criterion::default()
        .sample_size(10)
        .warm_up_time(Duration::from_millis(10))
        .measurement_time(Duration::from_millis(50))
        .without_plots();
    targets = counting
}
criterion_main!(benches);
