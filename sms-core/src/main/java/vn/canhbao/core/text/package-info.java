/**
 * A text as the air interface sees it: normalised (NFC), GSM 03.38 or UCS-2, cut into segments that never split a
 * character; and the folding to "không dấu".
 */
package vn.canhbao.core.text;
