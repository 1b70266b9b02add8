package vn.canhbao.gateway.link;

/** The command_status of the last answers, the oldest forgotten first. */
final class LastAnswers {

    private final int[] statuses;
    private int seen;

    LastAnswers(int size) {
        statuses = new int[size];
    }

    void add(int commandStatus) {
        statuses[seen++ % statuses.length] = commandStatus;
    }

    /** How many of them are this. */
    int alike(int commandStatus) {
        int alike = 0;
        for (int i = 0; i < Math.min(seen, statuses.length); i++) {
            alike += statuses[i] == commandStatus ? 1 : 0;
        }
        return alike;
    }
}
