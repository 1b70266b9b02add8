/**
 * The domain and its tables: who is warned ({@code recipient}), of what and when ({@code campaign}), through whom
 * ({@code operator}), the text as segments ({@code text}), every single message and its fate ({@code message},
 * {@code receipt}), and who did what ({@code audit}).
 */
package vn.canhbao.core;
