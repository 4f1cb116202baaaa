package parcels.bench;

import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import parcels.Rate;
import parcels.Zone;

/** How long it takes to price a parcel. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class RateBenchmark {
    @Param({"CITY", "ABROAD"})
    public Zone zone;

    @Param({"250"})
    public int grams;

    @Benchmark
    public int price() {
        return new Rate(zone).cents(grams, false);
    }
}
