package vn.canhbao.core.campaign;

/** What the gateway says about links for exercises. */
public interface ExerciseLinks {

    /** Whether there is one: without it an exercise would wait until it expires. */
    boolean exist();
}
