/**
 * When to send and to whom: {@code imports} fills recipient lists (Spring Batch), {@code waves} fires waves at their time
 * (Quartz), {@code prepare} writes a wave's messages (Spring Batch), {@code settlement} closes messages, waves and campaigns.
 */
package vn.canhbao.scheduler;
