// A small SMSC on node-smpp: takes every submit_sm, writes it to stdout as a line of JSON, answers, and sends a delivery receipt.
'use strict';
const smpp = require('smpp');

let lastId = 0;

const server = smpp.createServer(session => {
  session.on('bind_transceiver', pdu => session.send(pdu.response({ system_id: 'node' })));
  session.on('enquire_link', pdu => session.send(pdu.response()));
  session.on('unbind', pdu => {
    session.send(pdu.response());
    session.close();
  });
  session.on('error', () => {});
  session.on('submit_sm', pdu => {
    const id = 'N' + ++lastId;
    process.stdout.write(JSON.stringify({
      destination: pdu.destination_addr,
      source: pdu.source_addr,
      dataCoding: pdu.data_coding,
      esmClass: pdu.esm_class,
      registeredDelivery: pdu.registered_delivery,
      // Decoded by node-smpp itself, by data_coding: an independent opinion on what a phone would show.
      udh: Buffer.concat(pdu.short_message.udh || []).toString('hex'),
      text: pdu.short_message.message
    }) + '\n');
    session.send(pdu.response({ message_id: id }));
    if (pdu.registered_delivery & 1) {
      setTimeout(() => session.deliver_sm({
        source_addr: pdu.destination_addr,
        destination_addr: pdu.source_addr,
        esm_class: 4,
        short_message: `id:${id} sub:001 dlvrd:001 submit date:2611240800 done date:2611240801 stat:DELIVRD err:000 text:`
      }), 50);
    }
  });
});

server.listen(0, '127.0.0.1', () => process.stdout.write(`listening ${server.address().port}\n`));
