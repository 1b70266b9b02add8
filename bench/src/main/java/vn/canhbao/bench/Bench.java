package vn.canhbao.bench;

import java.util.List;

/** {@code ./canhbao bench [durable] [--db h2|mysql] [--messages N] [--window W]}. */
public final class Bench {

    private Bench() {}

    public static void main(String[] arguments) {
        try {
            BenchOptions options = BenchOptions.parse(List.of(arguments));
            DurableBench.Result result = new DurableBench(options).run();
            System.out.println(result.table());
            System.out.println(result.json());
            System.exit(result.complete() ? 0 : 1);
        } catch (IllegalArgumentException wrong) {
            System.err.println(wrong.getMessage());
            System.exit(2);
        } catch (Exception failure) {
            System.err.println("Đo không thành (bench failed): " + failure.getMessage());
            failure.printStackTrace();
            System.exit(1);
        }
    }
}
