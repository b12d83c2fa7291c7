/** Where an account stood when it was first scored, as tenths on each axis. */
export interface DemoAccount {
  readonly code: string;
  readonly name: string;
  readonly industry: string;
  readonly countries: readonly string[];
  readonly divisions: readonly string[];
  /** Spend with us in the last full year, in thousands of the enterprise's currency. */
  readonly spend: number;
  readonly attractiveness: number;
  readonly standing: number;
}

const account = (
  code: string,
  name: string,
  industry: string,
  countries: string,
  divisions: string,
  spend: number,
  attractiveness: number,
  standing: number,
): DemoAccount => ({
  code,
  name,
  industry,
  countries: countries.split(' '),
  divisions: divisions.split(' '),
  spend,
  attractiveness,
  standing,
});

export const aldermoorAccounts: readonly DemoAccount[] = [
  account('K-1001', 'Norrland Dairy', 'Food and drink', 'SE FI', 'NOR', 18400, 8.2, 7.9),
  account('K-1002', 'Halvorsen Shipping', 'Transport', 'NO DK', 'NOR UKI', 12650, 5.0, 8.1),
  account('K-1003', 'Fjellkraft Energy', 'Energy', 'NO SE', 'NOR', 22100, 8.8, 4.9),
  account('K-1004', 'Baltic Paper Works', 'Paper and packaging', 'FI EE', 'NOR DAC', 9300, 3.9, 7.2),
  account('K-1005', 'Aurora Biologics', 'Pharmaceuticals', 'DK SE', 'NOR', 7150, 8.6, 3.7),
  account('K-1006', 'Skagen Turbines', 'Energy', 'DK', 'NOR DAC NAM', 15800, 9.1, 4.4),
  account('K-1007', 'Lindqvist Foods', 'Food and drink', 'SE', 'NOR', 3900, 3.4, 7.4),
  account('K-1008', 'Polar Rail', 'Transport', 'SE NO', 'NOR', 5200, 4.2, 6.8),
  account('K-1009', 'Sund Chemicals', 'Chemicals', 'DK', 'NOR', 2750, 3.1, 3.8),
  account('K-1010', 'Tervo Mining', 'Mining', 'FI', 'NOR', 6100, 6.2, 4.1),
  account('K-2001', 'Reinhold Automotive', 'Automotive', 'DE CZ', 'DAC SEU', 41200, 8.9, 8.3),
  account('K-2002', 'Alpenglas', 'Paper and packaging', 'AT CH', 'DAC', 8800, 3.4, 7.8),
  account('K-2003', 'Brandt & Söhne', 'Mechanical engineering', 'DE', 'DAC', 14300, 4.8, 7.6),
  account('K-2004', 'Helvetia Pharma', 'Pharmaceuticals', 'CH DE', 'DAC NAM', 19750, 9.3, 4.7),
  account('K-2005', 'Rheintal Chemie', 'Chemicals', 'DE', 'DAC', 26400, 7.8, 7.1),
  account('K-2006', 'Donau Logistik', 'Transport', 'AT HU', 'DAC SEU', 7700, 4.6, 6.1),
  account('K-2007', 'Kessler Robotics', 'Electronics', 'DE', 'DAC APA', 5400, 9.0, 3.2),
  account('K-2008', 'Voss Brewing', 'Food and drink', 'DE', 'DAC', 4100, 3.8, 7.0),
  account('K-2009', 'Stadtwerke Nordheim', 'Public infrastructure', 'DE', 'DAC', 6900, 4.9, 5.6),
  account('K-2010', 'Bergmann Steel', 'Metals', 'DE AT', 'DAC', 11900, 4.4, 4.7),
  account('K-2011', 'Zentralbahn', 'Transport', 'CH', 'DAC', 3300, 4.0, 3.5),
  account('K-2012', 'Eberle Medical', 'Medical devices', 'DE CH', 'DAC UKI', 6600, 8.1, 4.4),
  account('K-3001', 'Thornbury Water', 'Public infrastructure', 'GB', 'UKI', 13800, 4.5, 8.0),
  account('K-3002', 'Caledonian Spirits', 'Food and drink', 'GB', 'UKI', 9900, 5.3, 7.5),
  account('K-3003', 'Harrow Aerospace', 'Aerospace', 'GB US', 'UKI NAM', 28700, 9.2, 7.2),
  account('K-3004', 'Severn Cement', 'Building materials', 'GB IE', 'UKI', 5600, 3.6, 6.3),
  account('K-3005', 'Kilbride Dairies', 'Food and drink', 'IE', 'UKI', 4800, 3.8, 5.4),
  account('K-3006', 'Marlowe Retail', 'Retail', 'GB IE', 'UKI SEU', 7400, 5.2, 4.0),
  account('K-3007', 'Pennine Wind', 'Energy', 'GB', 'UKI NOR', 8300, 8.4, 4.6),
  account('K-3008', 'Ashdown Pharma', 'Pharmaceuticals', 'GB', 'UKI', 10400, 8.0, 4.3),
  account('K-3009', 'Dunmore Plastics', 'Chemicals', 'IE', 'UKI', 2100, 2.7, 5.9),
  account('K-3010', 'Port of Blackmere', 'Transport', 'GB', 'UKI', 4500, 4.8, 6.6),
  account('K-4001', 'Grupo Valdés', 'Food and drink', 'ES PT', 'SEU', 16300, 7.7, 6.9),
  account('K-4002', 'Officine Marchetti', 'Automotive', 'IT', 'SEU DAC', 12100, 4.7, 6.0),
  account('K-4003', 'Lusitânia Pulp', 'Paper and packaging', 'PT', 'SEU', 6700, 3.2, 7.3),
  account('K-4004', 'Ceramica Bellini', 'Building materials', 'IT', 'SEU', 3700, 2.9, 6.2),
  account('K-4005', 'Aegean Ferries', 'Transport', 'GR', 'SEU', 2900, 3.9, 3.1),
  account('K-4006', 'Solaria Ibérica', 'Energy', 'ES', 'SEU', 9200, 8.7, 5.2),
  account('K-4007', 'Vinicole du Midi', 'Food and drink', 'FR', 'SEU', 5100, 4.7, 5.1),
  account('K-4008', 'Provence Aéro', 'Aerospace', 'FR', 'SEU UKI', 8900, 8.3, 4.2),
  account('K-4009', 'Farmacéutica Ebro', 'Pharmaceuticals', 'ES', 'SEU', 4400, 6.8, 3.6),
  account('K-5001', 'Great Lakes Beverage', 'Food and drink', 'US CA', 'NAM', 33500, 8.5, 7.7),
  account('K-5002', 'Summit Rail Group', 'Transport', 'US', 'NAM', 14900, 4.2, 6.7),
  account('K-5003', 'Prairie Agritech', 'Agriculture', 'US CA', 'NAM', 10800, 7.4, 3.5),
  account('K-5004', 'Cascade Semiconductors', 'Electronics', 'US', 'NAM APA', 21600, 9.5, 4.8),
  account('K-5005', 'Hudson Biopharma', 'Pharmaceuticals', 'US', 'NAM', 17200, 9.0, 4.0),
  account('K-5006', 'Laurentian Aluminum', 'Metals', 'CA', 'NAM', 12400, 4.6, 7.1),
  account('K-5007', 'Gulf Coast Refining', 'Energy', 'US', 'NAM', 24800, 5.9, 6.5),
  account('K-5008', 'Redwood Packaging', 'Paper and packaging', 'US', 'NAM', 6300, 4.1, 5.7),
  account('K-5009', 'Mesa Water District', 'Public infrastructure', 'US', 'NAM', 2600, 3.3, 4.5),
  account('K-5010', 'Orchard Health', 'Medical devices', 'US', 'NAM', 7900, 7.6, 3.9),
  account('K-6001', 'Kansai Precision', 'Electronics', 'JP', 'APA', 19300, 8.8, 6.6),
  account('K-6002', 'Southern Cross Mining', 'Mining', 'AU', 'APA', 23700, 7.5, 7.4),
  account('K-6003', 'Straits Logistics', 'Transport', 'SG MY', 'APA', 8600, 6.5, 5.3),
  account('K-6004', 'Hanbit Batteries', 'Electronics', 'KR', 'APA DAC', 13100, 9.4, 3.4),
  account('K-6005', 'Pacific Foods', 'Food and drink', 'AU NZ', 'APA', 7300, 3.7, 6.4),
  account('K-6006', 'Mekong Textiles', 'Textiles', 'VN', 'APA', 1900, 2.8, 3.3),
  account('K-6007', 'Taiyo Marine', 'Transport', 'JP', 'APA NOR', 5800, 4.5, 5.8),
  account('K-6008', 'Bengal Pharmaceuticals', 'Pharmaceuticals', 'IN', 'APA', 4700, 7.3, 4.3),
  account('K-6009', 'Wellington Dairy', 'Food and drink', 'NZ', 'APA', 3500, 4.3, 6.0),
];

/** The same codes as Aldermoor's, and two customers that both enterprises serve. */
export const brackwaterAccounts: readonly DemoAccount[] = [
  account('K-1001', 'Thornbury Water', 'Public infrastructure', 'GB', 'UKI', 5200, 7.9, 7.0),
  account('K-1002', 'Caledonian Spirits', 'Food and drink', 'GB', 'UKI', 3100, 6.8, 4.1),
  account('K-1003', 'Hadley Instruments', 'Electronics', 'GB', 'UKI', 2700, 8.2, 6.3),
  account('K-1004', 'Bruges Brewing', 'Food and drink', 'BE NL', 'EUR', 1900, 4.1, 6.9),
  account('K-1005', 'Atelier Moreau', 'Aerospace', 'FR', 'EUR', 4300, 8.5, 4.4),
  account('K-1006', 'Westport Chemicals', 'Chemicals', 'IE', 'UKI', 2200, 3.7, 3.9),
  account('K-2001', 'Delft Hydraulics', 'Public infrastructure', 'NL', 'EUR', 3600, 6.9, 7.4),
  account('K-2002', 'Moorgate Rail', 'Transport', 'GB', 'UKI', 4800, 5.4, 7.7),
  account('K-2003', 'Ostend Shipyards', 'Transport', 'BE', 'EUR', 1500, 3.2, 5.2),
  account('K-2004', 'Lyon Pharma', 'Pharmaceuticals', 'FR', 'EUR', 2900, 8.9, 3.8),
];
