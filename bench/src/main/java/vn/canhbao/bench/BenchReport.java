package vn.canhbao.bench;

/** What a benchmark found: for people, for programs, and whether every message came through. */
interface BenchReport {

    String table();

    /** One line. */
    String json();

    boolean complete();
}
