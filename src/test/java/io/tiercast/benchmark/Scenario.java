package io.tiercast.benchmark;

/** One question, measured on an installation that others have used before. */
interface Scenario {

    Table run(Installation at);
}
