package vn.canhbao.gateway.smpp.simulator;

import java.time.Clock;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;

/** What the operators of one built-in SMSC share. */
record Premises(
        SimulatorSettings settings,
        Delays delays,
        AtomicLong ids,
        Clock clock,
        Consumer<AcceptedSubmit> observer,
        Copies copies,
        Map<String, OperatorAccount> accounts) {}
