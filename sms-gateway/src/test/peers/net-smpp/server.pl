#!/usr/bin/perl
# A small SMSC on Net::SMPP: takes every submit_sm, writes it to stdout as a line of JSON, answers, and sends a delivery receipt.
use strict;
use warnings;
use Encode qw(decode);
use Encode::GSM0338;
use JSON::PP;
use Net::SMPP;

$| = 1;
my $json = JSON::PP->new->utf8->canonical;
my $last_id = 0;

my $listener = Net::SMPP->new_listen('127.0.0.1', port => 0) or die "cannot listen: $!";
print 'listening ' . $listener->sockport . "\n";
while (my $session = $listener->accept) {
    # Answers to our receipts are read below like everything else.
    ${*$session}{async} = 1;
    while (my $pdu = $session->read_pdu) {
        my $command = $pdu->explain_cmd;
        if ($command eq 'bind_transceiver') { $session->bind_transceiver_resp(system_id => 'perl', seq => $pdu->seq) }
        elsif ($command eq 'enquire_link') { $session->enquire_link_resp(seq => $pdu->seq) }
        elsif ($command eq 'submit_sm') { take($session, $pdu) }
        elsif ($command eq 'unbind') {
            $session->unbind_resp(seq => $pdu->seq);
            last;
        }
    }
    close $session;
}

sub take {
    my ($session, $pdu) = @_;
    my $id = 'P' . ++$last_id;
    my ($udh, $octets) = ('', $pdu->{short_message});
    ($udh, $octets) = unpack 'C/a a*', $octets if $pdu->{esm_class} & 0x40;
    print $json->encode({
        destination => $pdu->{destination_addr},
        source => $pdu->{source_addr},
        dataCoding => $pdu->{data_coding},
        esmClass => $pdu->{esm_class},
        udh => unpack('H*', $udh),
        text => decode($pdu->{data_coding} == 8 ? 'UCS-2BE' : 'gsm0338', $octets),
    }) . "\n";
    $session->submit_sm_resp(message_id => $id, seq => $pdu->seq);
    return unless $pdu->{registered_delivery} & 1;
    $session->deliver_sm(
        source_addr => $pdu->{destination_addr},
        destination_addr => $pdu->{source_addr},
        esm_class => 4,
        short_message => "id:$id sub:001 dlvrd:001 submit date:2611240800 done date:2611240801 stat:DELIVRD err:000 text:",
    );
}
