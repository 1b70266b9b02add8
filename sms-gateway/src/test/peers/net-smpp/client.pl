#!/usr/bin/perl
# An ESME on Net::SMPP. Arguments: port, system_id, password. It reads "destination esm_class data_coding octets" (octets
# hexadecimal) from stdin, a submit_sm a line, and writes "id MESSAGE_ID" for each answer and "receipt TEXT" for each receipt.
use strict;
use warnings;
use Net::SMPP;

$| = 1;
my ($port, $system_id, $password) = @ARGV;
my ($session, $bound) = Net::SMPP->new_transceiver(
    '127.0.0.1', port => $port, system_id => $system_id, password => $password, system_type => '');
die "no connection: $!\n" unless $session;
die 'bind refused: ' . $bound->explain_status . "\n" if $bound->status;
${*$session}{async} = 1;

my $awaited = 0;
while (my $line = <STDIN>) {
    my ($destination, $esm_class, $data_coding, $octets) = split ' ', $line;
    $session->submit_sm(
        source_addr_ton => 5, source_addr_npi => 0, source_addr => 'CANHBAO',
        dest_addr_ton => 1, dest_addr_npi => 1, destination_addr => $destination,
        esm_class => $esm_class, data_coding => $data_coding, registered_delivery => 1,
        short_message => pack('H*', $octets));
    $awaited += 2;
}
while ($awaited and my $pdu = $session->read_pdu) {
    my $command = $pdu->explain_cmd;
    if ($command eq 'submit_sm_resp') {
        die 'submit_sm refused: ' . $pdu->explain_status . "\n" if $pdu->status;
        print "id $pdu->{message_id}\n";
        $awaited--;
    } elsif ($command eq 'deliver_sm') {
        $session->deliver_sm_resp(message_id => '', seq => $pdu->seq);
        # The TLVs as Net::SMPP names them, beside the text.
        print join(' ', 'receipt', $pdu->{receipted_message_id} =~ s/\0$//r, ord $pdu->{message_state}, $pdu->{short_message}), "\n";
        $awaited--;
    } elsif ($command eq 'enquire_link') {
        $session->enquire_link_resp(seq => $pdu->seq);
    }
}
$session->unbind;
my $end = $session->read_pdu;
print $end ? $end->explain_cmd : 'closed', "\n";
